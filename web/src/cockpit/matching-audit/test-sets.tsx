import '../../text/area/matching-audit.js'
import type { RankingComparison, TestSetItem } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Results } from './results.js'

/** Needs with what was right for them, frozen; rankings are compared on them before one goes live. */
export function TestSets() {
  const { t } = useText()
  const found = useQuery({ queryKey: ['test-sets'], queryFn: () => staffApi.testSets() })
  return (
    <section className="card stack">
      <h2>{t('audit.tests')}</h2>
      <p className="muted">{t('audit.tests.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.data?.items.length === 0 && <p className="muted">{t('audit.tests.none')}</p>}
      <ul className="audit-history stack">
        {found.data?.items.map((item) => (
          <li key={item.id} className="stack tight">
            <One item={item} />
          </li>
        ))}
      </ul>
      <Freeze />
    </section>
  )
}

function One({ item }: { readonly item: TestSetItem }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [compared, setCompared] = useState<RankingComparison | null>(null)
  const compare = useMutation({
    mutationFn: (other: 'learned' | 'pack') => staffApi.compareRankings(item.id, other),
    onSuccess: setCompared,
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const { needs, candidates, frozenOn, frozenBy } = item
  return (
    <>
      <h3>{item.title}</h3>
      <p className="small">{t('audit.tests.of', { on: frozenOn, needs, candidates, by: frozenBy })}</p>
      <p className="muted small audit-hash">{t('audit.tests.hash', { hash: item.hash })}</p>
      {!item.intact && <p className="notice bad">{t('audit.tests.broken')}</p>}
      <div className="actions">
        {(['learned', 'pack'] as const).map((other) => (
          <button
            key={other}
            type="button"
            className="button"
            disabled={compare.isPending}
            onClick={() => compare.mutate(other)}
          >
            {t(`audit.compare.${other}`)}
          </button>
        ))}
      </div>
      <div role="status">
        {compared && <Results results={compared.results} before={compared.before} after={compared.after} />}
      </div>
    </>
  )
}

function Freeze() {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const acting = useActingName()
  const [titleId, nameId] = [useId(), useId()]
  const [title, setTitle] = useState('')
  const [name, setName] = useState(acting.name)
  const [wrong, setWrong] = useState(false)
  const act = useMutation({
    mutationFn: () => staffApi.freezeTestSet(title),
    onSuccess: ({ needs, candidates }) => {
      notify({ text: t('audit.tests.done', { needs, candidates }), tone: 'good' })
      setTitle('')
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['test-sets'] }),
        queries.invalidateQueries({ queryKey: ['ranking'] }),
      ])
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const incomplete = title.trim() === '' || name.trim() === ''
    setWrong(incomplete)
    if (incomplete) return
    acting.keepName(name)
    act.mutate()
  }
  const error = (value: string) => (wrong && value.trim() === '' ? t('audit.tests.wants') : undefined)
  return (
    <details>
      <summary className="audit-summary">{t('audit.tests.freeze')}</summary>
      <form className="audit-form" onSubmit={submit} noValidate>
        <TextField
          id={titleId}
          label={t('audit.tests.title')}
          value={title}
          onChange={(value) => setTitle(value.slice(0, 100))}
          error={error(title)}
        />
        <NameField
          id={nameId}
          label={t('audit.adopt.name')}
          value={name}
          onChange={setName}
          error={error(name)}
        />
        <div className="actions">
          <button type="submit" className="button primary" disabled={act.isPending}>
            {t('audit.tests.freeze')}
          </button>
        </div>
      </form>
    </details>
  )
}
