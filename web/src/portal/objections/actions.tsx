import '../../text/area/objection-case.js'
import type { ActOnObjection, ObjectionDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { ActionForm } from './action-form.js'

type Action = ActOnObjection['action']

/** These need no words: one press, once it is known who presses. */
const PLAIN: readonly Action[] = ['take', 'release', 'withdraw']

/** What moves the matter on comes first; giving it back, last. */
const LAST: readonly Action[] = ['release']

function inOrder(actions: readonly Action[]): readonly Action[] {
  return [...actions.filter((one) => !LAST.includes(one)), ...actions.filter((one) => LAST.includes(one))]
}

/** What whoever looks can do next; each opens what it needs and nothing more. */
export function Actions({ objection }: { readonly objection: ObjectionDetail }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const { name } = useActingName()
  const [chosen, setChosen] = useState<Action | null>(null)
  const act = useMutation({
    mutationFn: (body: ActOnObjection) => api.actOnObjection(objection.id, body),
    onSuccess: async (_, { action }) => {
      setChosen(null)
      await queries.invalidateQueries()
      keepFocus('objection-title')
      notify({ text: t(`objection.done.${action}`), tone: 'good' })
    },
  })
  const start = (action: Action) => {
    act.reset()
    if (PLAIN.includes(action) && name !== '') act.mutate({ action })
    else setChosen(chosen === action ? null : action)
  }
  if (objection.actions.length === 0) return null
  return (
    <section className="card stack no-print" aria-labelledby="actions-title">
      <h2 id="actions-title" className="card-title">
        {t('objection.actions')}
      </h2>
      <div className="actions">
        {inOrder(objection.actions).map((action) => (
          <button
            key={action}
            type="button"
            className={`button${action === chosen ? ' primary' : ''}`}
            aria-expanded={PLAIN.includes(action) && name !== '' ? undefined : action === chosen}
            onClick={() => start(action)}
          >
            {t(`objection.do.${action}`)}
          </button>
        ))}
      </div>
      {chosen === null && act.isError && (
        <p className="notice bad" role="alert">
          {messageOf(act.error)}
        </p>
      )}
      {chosen !== null && (
        <ActionForm
          key={chosen}
          action={chosen}
          wordless={PLAIN.includes(chosen)}
          facts={objection.condition?.facts ?? []}
          error={act.isError ? messageOf(act.error) : null}
          busy={act.isPending}
          onSubmit={(body) => act.mutate(body)}
          onCancel={() => setChosen(null)}
        />
      )}
    </section>
  )
}
