import { Link } from '@tanstack/react-router'
import { useText } from '../text/use-text.js'
import { usePageTitle } from './page-title.js'

/** What went wrong and what to do next, in place of the content that could not be had. */
export function Failure({
  title,
  message,
  next,
  retry,
}: {
  readonly title?: string
  readonly message: string
  readonly next?: string
  readonly retry?: () => void
}) {
  const { t } = useText()
  return (
    <div className="page">
      <div className="card stack failure" role="alert">
        <h1>{title ?? t('error.title')}</h1>
        <p>{message}</p>
        {next && <p className="muted">{next}</p>}
        <div className="actions">
          {retry && (
            <button type="button" className="button primary" onClick={retry}>
              {t('error.retry')}
            </button>
          )}
          <Link to="/" className="button">
            {t('error.home')}
          </Link>
        </div>
      </div>
    </div>
  )
}

export function NotFound() {
  const { t } = useText()
  usePageTitle(t('error.not-found'))
  return <Failure title={t('error.not-found')} message={t('error.not-found.next')} />
}

export function Loading() {
  const { t } = useText()
  return (
    <div className="page loading">
      <p role="status">{t('app.loading')}</p>
    </div>
  )
}
