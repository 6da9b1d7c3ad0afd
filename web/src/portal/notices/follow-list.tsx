import '../../text/area/follow.js'
import '../../text/area/companies.js'
import '../../text/area/facts.js'
import type { Follow } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { FollowForm } from './follow-form.js'

function Item({
  follow,
  named,
  mails,
}: {
  readonly follow: Follow
  readonly named: boolean
  readonly mails: boolean
}) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: ['follows'] })
  const end = useMutation({
    mutationFn: () => api.unfollow(follow.id),
    onSuccess: async () => {
      await refresh()
      keepFocus('follows-title')
      const again = () =>
        api
          .follow(follow.subject.id, {
            leadDays: follow.leadDays,
            ...(follow.programme === null ? {} : { programme: follow.programme.id }),
            ...(follow.email === null ? {} : { email: follow.email }),
          })
          .then(refresh)
      notify({ text: t('follow.ended'), tone: 'good', action: { label: t('answer.undo'), run: again } })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const days = follow.leadDays.join(t('common.comma'))
  return (
    <li>
      <span className="item-body">
        <span>
          {named && (
            <>
              <Link to="/companies/$company" params={{ company: follow.subject.id }}>
                {follow.subject.name}
              </Link>
              {' · '}
            </>
          )}
          <b>{follow.programme?.title ?? t('follow.all')}</b>
        </span>
        <span className="muted small">
          {[
            days === '' ? t('follow.days.none') : t('follow.days.list', { days }),
            follow.email ?? t('follow.on-pages'),
          ].join(' · ')}
        </span>
      </span>
      <span className="actions">
        <button type="button" className="button plain" onClick={() => setEditing(true)}>
          {t('follow.change')}
        </button>
        <button type="button" className="button plain" onClick={() => end.mutate()}>
          {t('follow.end')}
        </button>
      </span>
      {editing && (
        <Dialog title={follow.programme?.title ?? t('follow.all')} onClose={() => setEditing(false)}>
          <FollowForm follow={follow} mails={mails} onDone={() => setEditing(false)} />
        </Dialog>
      )}
    </li>
  )
}

/** What is followed, where it is told, and the way out. */
export function FollowList({ subject }: { readonly subject: string | undefined }) {
  const { t, lang } = useText()
  const found = useQuery({
    queryKey: ['follows', subject, lang],
    queryFn: () => api.follows({ subject, lang }),
  })
  return (
    <section className="stack tight" aria-labelledby="follows-title">
      <h2 id="follows-title" tabIndex={-1}>
        {t('follow.list')}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data?.items.length === 0 && (
        <div className="card stack tight">
          <p className="muted">{t('follow.none')}</p>
          <p>
            {subject === undefined ? (
              <Link to="/companies" className="button">
                {t('companies.title')}
              </Link>
            ) : (
              <Link to="/companies/$company" params={{ company: subject }} className="button">
                {t('facts.back')}
              </Link>
            )}
          </p>
        </div>
      )}
      {found.data && found.data.items.length > 0 && (
        <ul className="card rows">
          {found.data.items.map((follow) => (
            <Item key={follow.id} follow={follow} named={subject === undefined} mails={found.data.mails} />
          ))}
        </ul>
      )}
    </section>
  )
}
