import '../../text/area/demands.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { useSide } from '../demands/use-side.js'

interface Chosen {
  readonly id: string
  readonly name: string
}

/** What a match says of somebody; all of it can be changed. */
export interface ProposeStart {
  readonly provider: Chosen
  readonly reasons: readonly string[]
  readonly score: number
}

/** Whom to introduce, found by name. */
function ProviderField({
  id,
  chosen,
  onChoose,
  error,
}: {
  readonly id: string
  readonly chosen: Chosen | null
  readonly onChoose: (one: Chosen | null) => void
  readonly error: string | undefined
}) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const found = useQuery({
    queryKey: ['subjects', 'provider', wanted],
    queryFn: () => api.subjects({ q: wanted }),
    enabled: wanted !== '' && chosen?.name !== wanted,
  })
  return (
    <div className="stack tight">
      <TextField
        id={id}
        label={t('introduction.provider')}
        hint={t('introduction.provider.hint')}
        value={chosen?.name ?? query}
        error={error}
        onChange={(value) => {
          onChoose(null)
          setQuery(value)
        }}
      />
      {chosen === null && found.data && (
        <ul className="choices" aria-label={t('introduction.provider')}>
          {found.data.items.slice(0, 6).map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="choice" onClick={() => onChoose({ id, name })}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Form({
  demand,
  start,
  onDone,
}: {
  readonly demand: string
  readonly start: ProposeStart | undefined
  readonly onDone: () => void
}) {
  const { t } = useText()
  const { as, staff } = useSide()
  const { name, keepName } = useActingName()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const id = (part: string) => (start ? `introduction-${part}-${start.provider.id}` : `introduction-${part}`)
  const [chosen, setChosen] = useState<Chosen | null>(start?.provider ?? null)
  const [reasons, setReasons] = useState(start?.reasons.join('\n') ?? '')
  const [over, setOver] = useState(false)
  const [given, setGiven] = useState(name)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const propose = useMutation({
    mutationFn: (provider: string) =>
      api.proposeIntroduction(
        demand,
        {
          provider,
          reasons: linesOf(reasons),
          ...(start?.provider.id === provider ? { score: start.score } : {}),
          ...(over ? { overCapacity: true } : {}),
        },
        as,
      ),
    onSuccess: async ({ dueOn }) => {
      onDone()
      await queries.invalidateQueries()
      keepFocus('demand-title')
      notify({ text: t('introduction.proposed', { date: dueOn ?? '' }), tone: 'good' })
    },
  })
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (propose.isPending) return
    const wrong = [
      ...(chosen === null ? [{ field: id('provider'), message: t('introduction.provider.missing') }] : []),
      ...(linesOf(reasons).length === 0
        ? [{ field: id('reasons'), message: t('introduction.reason.missing') }]
        : []),
      ...(given.trim() === '' ? [{ field: id('name'), message: t('objection.name.missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length > 0 || chosen === null) return
    keepName(given)
    propose.mutate(chosen.id)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="muted">{t('introduction.new.lead')}</p>
      <ErrorSummary errors={errors} />
      {propose.isError && (
        <p className="notice bad" role="alert">
          {messageOf(propose.error)}
        </p>
      )}
      <ProviderField
        id={id('provider')}
        chosen={chosen}
        onChoose={setChosen}
        error={errorOf(id('provider'))}
      />
      <TextArea
        id={id('reasons')}
        label={t('introduction.reason')}
        hint={t('introduction.reason.hint')}
        value={reasons}
        onChange={setReasons}
        error={errorOf(id('reasons'))}
      />
      {staff && (
        <label className={`choice${over ? ' chosen' : ''}`}>
          <input type="checkbox" checked={over} onChange={() => setOver(!over)} />
          {t('introduction.over')}
        </label>
      )}
      <NameField id={id('name')} value={given} onChange={setGiven} error={errorOf(id('name'))} />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={propose.isPending}>
          {t('introduction.submit')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== '')
    .slice(0, 20)
}

/** Proposes somebody for a need; opened where it is wanted. */
export function ProposeForm({ demand, start }: { readonly demand: string; readonly start?: ProposeStart }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  if (open) return <Form demand={demand} start={start} onDone={() => setOpen(false)} />
  return (
    <p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t(start ? 'matches.propose' : 'introduction.new')}
        {start && <span className="hidden-visually"> {start.provider.name}</span>}
      </button>
    </p>
  )
}
