import { Link } from '@tanstack/react-router'
import { useText } from '../text/use-text.js'

export function Footer() {
  const { t } = useText()
  return (
    <footer className="foot">
      <div className="page">
        <p>{t('foot.disclaimer')}</p>
        <p className="row no-print">
          <Link to="/help" hash="accessibility">
            {t('foot.accessibility')}
          </Link>
          <Link to="/help" hash="objection">
            {t('foot.report')}
          </Link>
          <span>{t('foot.source')}</span>
        </p>
      </div>
    </footer>
  )
}
