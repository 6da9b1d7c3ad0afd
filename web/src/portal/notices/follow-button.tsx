import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { Icon } from '../../ui/icon.js'
import { keepFocus } from '../../ui/keep-focus.js'

/** Most readers never open it. */
const FollowForm = lazy(() => import('./follow-form.js').then((module) => ({ default: module.FollowForm })))

interface FollowButtonProps {
  readonly subject: string
  /** Without one, all that is within the subject's reach. */
  readonly programme: string | null
  readonly look: 'tool' | 'button'
}

/** What the button becomes has a name: the focus goes on with it. */
function followId(programme: string | null): string {
  return `follow-${programme ?? 'all'}`
}

/** Begins to follow; once followed, leads to where that is changed. */
export function FollowButton({ subject, programme, look }: FollowButtonProps) {
  const { t, lang } = useText()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['follows', subject, lang],
    queryFn: () => api.follows({ subject, lang }),
  })
  const followed = data?.items.some((follow) => (follow.programme?.id ?? null) === programme) ?? false
  if (followed) {
    return (
      <Link id={followId(programme)} to="/notices" className={look}>
        <Icon name="bell" />
        {t('follow.followed')}
      </Link>
    )
  }
  return (
    <>
      <button type="button" className={look} onClick={() => setOpen(true)}>
        <Icon name="bell" />
        {t(programme === null ? 'follow.start.all' : 'follow.start')}
      </button>
      {open && (
        <Dialog title={t(programme === null ? 'follow.all' : 'follow.title')} onClose={() => setOpen(false)}>
          <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
            <FollowForm
              begin={{ subject, programme }}
              mails={data?.mails ?? false}
              onDone={() => {
                setOpen(false)
                keepFocus(followId(programme))
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}
