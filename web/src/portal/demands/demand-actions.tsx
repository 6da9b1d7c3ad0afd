import '../../text/area/demands.js'
import type { ActOnDemand, DemandDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { useSide } from './use-side.js'

type Action = ActOnDemand['action']

/** Says how it was solved, and who says so; everything else owes only a name, once. */
function Words({
  action,
  busy,
  onSubmit,
}: {
  readonly action: Action
  readonly busy: boolean
  readonly onSubmit: (note: string | undefined) => void
}) {
  const { t } = useText()
  const { name, keepName } = useActingName()
  const [given, setGiven] = useState(name)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const solving = action === 'solve'
  const noteError = tried && solving && note.trim() === '' ? t('introduction.note.missing') : undefined
  const nameError = tried && given.trim() === '' ? t('objection.name.missing') : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (busy || given.trim() === '' || (solving && note.trim() === '')) return
    keepName(given)
    onSubmit(solving ? note.trim() : undefined)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {solving && (
        <TextArea
          id="demand-note"
          label={t('demand.note.solve')}
          value={note}
          onChange={setNote}
          error={noteError}
        />
      )}
      <NameField id="demand-name" value={given} onChange={setGiven} error={nameError} />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t(`demand.do.${action}`)}
        </button>
      </div>
    </form>
  )
}

/** What the reader can do with a need as it stands. */
export function DemandActions({ demand }: { readonly demand: DemandDetail }) {
  const { t } = useText()
  const { as } = useSide()
  const { name } = useActingName()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Action | null>(null)
  const act = useMutation({
    mutationFn: (body: ActOnDemand) => api.actOnDemand(demand.id, body, as),
    onSuccess: async (_, { action }) => {
      setChosen(null)
      await queries.invalidateQueries()
      keepFocus('demand-title')
      notify({ text: t('demand.done', { action: t(`demand.do.${action}`) }), tone: 'good' })
    },
  })
  const start = (action: Action) => {
    act.reset()
    if (name !== '' && action !== 'solve') act.mutate({ action })
    else setChosen(chosen === action ? null : action)
  }
  if (demand.actions.length === 0) return null
  return (
    <section className="stack no-print" aria-label={t('objection.actions')}>
      <div className="actions">
        {demand.editable && (
          <Link to="/demands/$demand/edit" params={{ demand: demand.id }} className="button primary">
            {t('demand.edit')}
          </Link>
        )}
        {demand.actions.map((action) => (
          <button
            key={action}
            type="button"
            className={`button${action === chosen ? ' primary' : ''}`}
            aria-disabled={act.isPending}
            onClick={() => (act.isPending ? undefined : start(action))}
          >
            {t(`demand.do.${action}`)}
          </button>
        ))}
      </div>
      {act.isError && (
        <p className="notice bad" role="alert">
          {messageOf(act.error)}
        </p>
      )}
      {chosen !== null && (
        <Words
          key={chosen}
          action={chosen}
          busy={act.isPending}
          onSubmit={(note) => act.mutate({ action: chosen, ...(note === undefined ? {} : { note }) })}
        />
      )}
    </section>
  )
}
