import '../../text/area/workbench.js'
import '../../text/area/duplicates.js'
import type { ActOnDuplicate, Duplicate } from '@kehui/server/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import { PairCard } from './pair-card.js'
import type { DuplicateState } from './search-params.js'
import '../workbench.css'
import './duplicates.css'

const route = getRouteApi('/workbench/duplicates')
const STATES: readonly DuplicateState[] = ['open', 'merged', 'apart']
const KEYS: Readonly<Record<string, ActOnDuplicate['action']>> = { a: 'merge', r: 'keep-apart', s: 'later' }
/** Kinds in which duplicates are looked for; others have no names of their own. */
const KINDS = ['enterprise', 'institution', 'person', 'achievement', 'patent', 'product', 'industry'] as const

function useAct() {
  const { t } = useText()
  const client = useQueryClient()
  const messageOf = useMessageOf()
  /** What was decided last: a key takes it back. */
  const last = useRef<{ id: string; action: ActOnDuplicate['action'] } | null>(null)
  const act = useMutation({
    mutationFn: ({ id, body }: { id: string; body: ActOnDuplicate }) => staffApi.actOnDuplicate(id, body),
    onSuccess: async (_, { id, body }) => {
      last.current = { id, action: body.action }
      const back = body.action === 'merge' || body.action === 'keep-apart'
      notify({
        text: t(`duplicates.done.${body.action}`),
        tone: 'good',
        ...(back ? { action: { label: t('duplicates.undo'), run: takeBack } } : {}),
      })
      await client.invalidateQueries({ queryKey: ['duplicates'] })
    },
    onError: (error) => notify({ text: messageOf(error), tone: 'bad' }),
  })
  const takeBack = () => {
    const done = last.current
    last.current = null
    if (done?.action === 'merge')
      act.mutate({ id: done.id, body: { action: 'undo', note: t('duplicates.taken-back') } })
    if (done?.action === 'keep-apart') act.mutate({ id: done.id, body: { action: 'reopen' } })
  }
  return { act, takeBack }
}

/** Keys decide the pair on top, unless somebody is writing. */
function useKeys(onKey: (key: string) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event
      const writing =
        target instanceof HTMLElement && target.closest('input:not([type=radio]), textarea, select')
      if (writing || ctrlKey || metaKey || altKey || repeat) return
      onKey(key.toLowerCase())
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [onKey])
}

function Find() {
  const { t, lang } = useText()
  const id = useId()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('enterprise')
  const client = useQueryClient()
  const messageOf = useMessageOf()
  const names = useQuery({
    queryKey: ['duplicate-kinds', lang],
    queryFn: () => api.search({ lang }),
    staleTime: 300_000,
  })
  const find = useMutation({
    mutationFn: () => staffApi.findDuplicates(kind),
    onSuccess: async (found) => {
      notify({ text: t('duplicates.find.done', { ...found }), tone: 'good' })
      await client.invalidateQueries({ queryKey: ['duplicates'] })
    },
    onError: (error) => notify({ text: messageOf(error), tone: 'bad' }),
  })
  const there = KINDS.filter((one) => one === 'enterprise' || names.data?.kinds.some((k) => k.id === one))
  return (
    <div className="field">
      <label htmlFor={id}>{t('duplicates.find.kind')}</label>
      <span className="input-row">
        <select
          id={id}
          className="input"
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'enterprise')}
        >
          {there.map((one) => (
            <option key={one} value={one}>
              {names.data?.kinds.find((k) => k.id === one)?.name ?? t('audience.enterprise')}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button primary"
          disabled={find.isPending}
          onClick={() => find.mutate()}
        >
          {t('duplicates.find')}
        </button>
      </span>
    </div>
  )
}

function Duplicates() {
  const { t, lang } = useText()
  const { state = 'open', page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { name, keepName } = useActingName()
  const [own, setOwn] = useState('')
  const { act, takeBack } = useAct()
  const found = useQuery({
    queryKey: ['duplicates', lang, state, page],
    queryFn: () => staffApi.duplicates({ state, page, lang }),
    placeholderData: keepPreviousData,
  })
  const first = found.data?.items[0]
  const onAct = useCallback(
    (pair: Duplicate, body: ActOnDuplicate) => {
      if (!act.isPending) act.mutate({ id: pair.id, body })
    },
    [act],
  )
  useKeys((key) => {
    const action = KEYS[key]
    if (key === 'u') takeBack()
    else if (action && state === 'open' && first && name !== '') onAct(first, { action })
  })
  return (
    <div className="page stack workbench">
      <h1>{t('duplicates.title')}</h1>
      <p className="muted">{t('duplicates.lead')}</p>
      <Find />
      {name === '' && (
        <div className="input-row">
          <NameField id="duplicates-name" value={own} onChange={setOwn} error={undefined} />
          <button type="button" className="button" onClick={() => keepName(own)}>
            {t('duplicates.name')}
          </button>
        </div>
      )}
      <nav className="segments" aria-label={t('duplicates.states')}>
        {STATES.map((one) => (
          <Link
            key={one}
            from="/workbench/duplicates"
            to="."
            search={one === 'open' ? {} : { state: one }}
            activeOptions={{ exact: true }}
            aria-current={one === state ? 'true' : undefined}
            resetScroll={false}
          >
            {t(`duplicates.${one}`)} <small className="number">{found.data?.counts[one] ?? 0}</small>
          </Link>
        ))}
      </nav>
      {state === 'open' && <p className="muted small keys">{t('duplicates.keys')}</p>}
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data?.items.length === 0 && (
        <p role="status" className="muted">
          {t(state === 'open' ? 'duplicates.none' : 'duplicates.none.decided')}
        </p>
      )}
      {found.data?.items.map((pair) => (
        <PairCard key={pair.id} pair={pair} busy={act.isPending || name === ''} onAct={onAct} />
      ))}
      {found.data && (
        <Pager
          page={page}
          pages={Math.ceil(found.data.total / found.data.pageSize)}
          onPage={(next) => navigate({ search: (before) => ({ ...before, page: next }) })}
        />
      )}
    </div>
  )
}

export function DuplicatesPage() {
  return (
    <StaffOnly title="duplicates.title">
      <Duplicates />
    </StaffOnly>
  )
}
