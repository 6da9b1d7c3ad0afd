import '../../text/area/notices.js'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const route = getRouteApi('/unfollow/$token')

/** Where the link of a mail leads: mail programs open links by themselves, so a press ends it, not the visit. */
export function UnfollowPage() {
  const { t, lang } = useText()
  const { token } = route.useParams()
  const messageOf = useMessageOf()
  usePageTitle(t('unfollow.title'))
  const found = useQuery({
    queryKey: ['unfollow', token, lang],
    queryFn: () => api.unfollowLink(token, { lang }),
  })
  const end = useMutation({ mutationFn: () => api.endByLink(token) })
  if (found.isError) return <Failure message={messageOf(found.error)} />
  if (!found.data) return <Loading />
  const { subject, programme, ended } = end.data ?? found.data
  return (
    <div className="page stack plain">
      <h1>{t('unfollow.title')}</h1>
      <div className="card stack">
        <p>{t('unfollow.about', { subject, programme: programme ?? t('follow.all') })}</p>
        {end.isError && (
          <p className="notice bad" role="alert">
            {messageOf(end.error)}
          </p>
        )}
        {ended ? (
          <p className="notice good" role="status">
            {t('unfollow.ended')}
          </p>
        ) : (
          <p>
            <button type="button" className="button primary" onClick={() => end.mutate()}>
              {t('unfollow.end')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
