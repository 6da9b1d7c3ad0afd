import { Link } from '@tanstack/react-router'
import { useText } from '../text/use-text.js'
import { Icon } from '../ui/icon.js'
import { useSections } from './sections.js'
import { Waiting } from './waiting.js'

/** The same sections as the header's, where a thumb reaches them on a phone. */
export function BottomNav() {
  const { t } = useText()
  return (
    <nav className="bottom-nav no-print" aria-label={t('nav.label')}>
      {useSections().map((section) => (
        <Link
          key={section.key}
          {...section.link}
          activeOptions={{ exact: true }}
          aria-current={section.current ? 'page' : undefined}
        >
          <Icon name={section.icon} />
          <span>
            {t(section.short)}
            <Waiting count={section.waiting} />
          </span>
        </Link>
      ))}
    </nav>
  )
}
