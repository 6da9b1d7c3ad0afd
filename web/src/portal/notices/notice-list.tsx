import '../../text/area/notices.js'
import type { Notice } from '@kehui/server/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { useMessageOf } from '../../ui/use-message-of.js'

interface NoticeListProps {
  readonly subject: string | undefined
  readonly all: boolean
  readonly page: number
  readonly onShow: (change: { all: boolean; page?: number }) => void
}

const TONE: Readonly<Record<Notice['kind'], string>> = {
  opening: 'yes',
  closing: 'unknown',
  'rule-changed': '',
  'verdict-changed': '',
  'objection-answered': 'yes',
  introduction: 'yes',
  match: 'yes',
}

/** Reading a notice leads to what it is about. */
function Target({ notice }: { readonly notice: Notice }) {
  const { t } = useText()
  if (notice.objection !== null) {
    return (
      <Link to="/objections/$objection" params={{ objection: notice.objection }} className="button">
        {t('notices.open')}
      </Link>
    )
  }
  if (notice.introduction !== null) {
    return (
      <Link
        to="/introductions/$introduction"
        params={{ introduction: notice.introduction }}
        className="button"
      >
        {t('notices.open')}
      </Link>
    )
  }
  if (notice.demand !== null) {
    return (
      <Link to="/demands/$demand" params={{ demand: notice.demand }} className="button">
        {t('notices.open')}
      </Link>
    )
  }
  const { subject, programme } = notice
  return (
    <Link
      to="/companies/$company"
      params={{ company: subject.id }}
      search={programme === null ? {} : { entry: `${programme.id}~${subject.id}` }}
      className="button"
    >
      {t('notices.open')}
    </Link>
  )
}

function useMark() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['notices'] })
  return useMutation({
    mutationFn: api.markNotices,
    onSuccess: async ({ ids }, { read }) => {
      await refresh()
      keepFocus('notices-title')
      if (!read || ids.length === 0) return
      const undo = () => api.markNotices({ read: false, ids }).then(refresh)
      notify({ text: t('notices.marked'), tone: 'good', action: { label: t('answer.undo'), run: undo } })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}

function Item({ notice, named }: { readonly notice: Notice; readonly named: boolean }) {
  const { t, lang } = useText()
  const mark = useMark()
  return (
    <li className={`notice-item${notice.read ? '' : ' unread'}`}>
      <p className="tags">
        <span className={`tag ${TONE[notice.kind]}`}>{t(`notices.kind.${notice.kind}`)}</span>
        {named && <b>{notice.subject.name}</b>}
        <time className="muted small number" dateTime={notice.createdAt}>
          {localTime(notice.createdAt, lang)}
        </time>
      </p>
      <p>{notice.text}</p>
      <div className="actions">
        <Target notice={notice} />
        <button
          type="button"
          className="button plain"
          onClick={() => mark.mutate({ read: !notice.read, ids: [notice.id] })}
        >
          {t(notice.read ? 'notices.mark-unread' : 'notices.mark-read')}
        </button>
      </div>
    </li>
  )
}

/** The latest first; unread ones, or all. */
export function NoticeList({ subject, all, page, onShow }: NoticeListProps) {
  const { t, lang } = useText()
  const mark = useMark()
  const found = useQuery({
    queryKey: ['notices', subject, all, page, lang],
    queryFn: () => api.notices({ subject, unread: !all, page, lang }),
    placeholderData: keepPreviousData,
  })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total, unread, pageSize } = found.data
  return (
    <>
      <div className="item-row">
        <fieldset className="choices">
          <legend className="hidden-visually">{t('notices.show')}</legend>
          {[false, true].map((value) => (
            <label key={String(value)} className={`choice${all === value ? ' chosen' : ''}`}>
              <input
                type="radio"
                name="notices-shown"
                checked={all === value}
                onChange={() => onShow({ all: value })}
              />
              {value ? t('common.all') : t('notices.unread', { count: unread })}
            </label>
          ))}
        </fieldset>
        {unread > 0 && (
          <button
            type="button"
            className="button plain"
            onClick={() => mark.mutate({ read: true, ...(subject === undefined ? {} : { subject }) })}
          >
            {t('notices.mark-all')}
          </button>
        )}
      </div>
      {total === 0 ? (
        <p className="card muted" role="status">
          {t(all ? 'notices.none' : 'notices.none.unread')}
        </p>
      ) : (
        <ul className="card notice-items">
          {items.map((notice) => (
            <Item key={notice.id} notice={notice} named={subject === undefined} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={Math.ceil(total / pageSize)} onPage={(next) => onShow({ all, page: next })} />
    </>
  )
}
