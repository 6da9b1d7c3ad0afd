import '../../text/area/sandbox.js'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'

export function BackToSandbox() {
  const { t } = useText()
  return (
    <Link to="/cockpit/sandbox" className="back">
      <Icon name="back" />
      {t('sandbox.title')}
    </Link>
  )
}
