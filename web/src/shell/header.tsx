import { Link } from '@tanstack/react-router'
import { useText } from '../text/use-text.js'
import { Icon } from '../ui/icon.js'
import { setPreferences, usePreferences } from '../ui/preferences.js'
import { useSections } from './sections.js'
import { Waiting } from './waiting.js'

function Logo() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="34" height="34" rx="9" fill="none" stroke="#5d86a8" strokeWidth="1.4" />
      <path d="M12 11v14M22 12l-9 7.500M15.500 17 22.500 25" fill="none" stroke="#fff" strokeWidth="3.400" />
      <circle cx="26.500" cy="11.500" r="2.800" fill="#f0b452" />
    </svg>
  )
}

export function Header() {
  const { t, lang } = useText()
  const { large } = usePreferences()
  const sections = useSections()
  return (
    <header className="bar">
      <div className="page">
        <Link to="/" className="brand">
          <Logo />
          <span>
            <b>{t('app.name')}</b>
            <small>{t('app.tagline')}</small>
          </span>
        </Link>
        <nav className="main-nav" aria-label={t('nav.label')}>
          {sections.map((section) => (
            <Link
              key={section.key}
              {...section.link}
              activeOptions={{ exact: true }}
              aria-current={section.current ? 'page' : undefined}
            >
              {t(section.label)}
              <Waiting count={section.waiting} />
            </Link>
          ))}
        </nav>
        <Link to="/search" className="tool" aria-label={t('nav.search')} activeOptions={{ exact: true }}>
          <Icon name="search" />
          <span className="wide-only">{t('nav.search')}</span>
        </Link>
        <button type="button" className="tool" onClick={() => setPreferences({ large: !large })}>
          {large ? t('tool.large.off') : t('tool.large.on')}
        </button>
        <button
          type="button"
          className="tool"
          lang={t('tool.language.code')}
          onClick={() => setPreferences({ lang: lang === 'zh' ? 'en' : 'zh' })}
        >
          {t('tool.language')}
        </button>
      </div>
    </header>
  )
}
