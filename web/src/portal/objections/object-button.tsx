import type { Entry, Trace } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { usePreferences } from '../../ui/preferences.js'
import { useTraceLabel } from '../package/trace-label.js'
import { usePendingObjection } from './use-pending.js'

/** Most readers never open it. */
const ObjectionForm = lazy(() =>
  import('./objection-form.js').then((module) => ({ default: module.ObjectionForm })),
)

interface ObjectButtonProps {
  readonly entry: Pick<Entry, 'programme' | 'subject'>
  readonly condition: Trace | null
}

/**
 * “This is wrong”: of a condition or of the verdict; a dialog, or in large text unfolded in its place.
 * Where that was said already and nobody has answered yet, the way to what was said.
 */
export function ObjectButton({ entry, condition }: ObjectButtonProps) {
  const { t } = useText()
  const labelOf = useTraceLabel()
  const { large } = usePreferences()
  const [open, setOpen] = useState(false)
  const pending = usePendingObjection({
    subject: entry.subject.id,
    programme: entry.programme,
    condition,
  })
  if (pending !== undefined)
    return (
      <Link
        id={`objection-${pending.id}`}
        to="/objections/$objection"
        params={{ objection: pending.id }}
        className="cite no-print"
      >
        <span>{t('objection.there', { state: t(`objection.state.${pending.state}`) })}</span>
      </Link>
    )
  const form = (
    <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
      <ObjectionForm
        subject={entry.subject.id}
        programme={entry.programme}
        condition={condition}
        onDone={() => setOpen(false)}
      />
    </Suspense>
  )
  return (
    <>
      <button
        type="button"
        className="cite no-print"
        aria-expanded={large ? open : undefined}
        aria-label={condition === null ? undefined : t('objection.start.of', { text: labelOf(condition) })}
        onClick={() => setOpen(!open)}
      >
        <span>{t(condition === null ? 'entry.objection.link' : 'objection.start')}</span>
      </button>
      {open && large && <div className="unfolded">{form}</div>}
      {open && !large && (
        <Dialog title={t('objection.title')} onClose={() => setOpen(false)}>
          {form}
        </Dialog>
      )}
    </>
  )
}
