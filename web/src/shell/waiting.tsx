import { useText } from '../text/use-text.js'

const MOST = 99

/** How much waits behind a link: a number for the eye, words for the ear; nothing where nothing does. */
export function Waiting({ count = 0 }: { readonly count?: number | undefined }) {
  const { t } = useText()
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="waiting number" aria-hidden="true">
        {count > MOST ? `${MOST}+` : count}
      </span>
      <span className="hidden-visually">{t('notices.badge', { count })}</span>
    </>
  )
}
