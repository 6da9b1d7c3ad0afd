import '../../text/area/demands.js'
import type { DemandContent, DemandDetail } from '@kehui/server/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { BLANK } from './blank.js'
import { Clarity } from './clarity.js'
import { ContentView } from './content-view.js'
import './demands.css'
import { type PartProps, ProblemFields, TargetFields, TermFields } from './fields.js'
import { STEPS, type Step } from './search.js'
import { useDraft } from './use-draft.js'
import { useSide } from './use-side.js'

const route = getRouteApi('/demands/$demand/edit')
const PREVIEW_PAUSE_MS = 500

/** The words as they were a moment ago: not each letter is asked about. */
function useSettled(content: DemandContent): DemandContent {
  const [settled, setSettled] = useState(content)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(content), PREVIEW_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content])
  return settled
}

function usePreview(content: DemandContent, owner: string | null) {
  const { lang } = useText()
  const settled = useSettled(content)
  return useQuery({
    queryKey: ['demand-preview', lang, settled, owner],
    queryFn: () => api.previewDemand(settled, owner === null ? [] : [owner]),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function Fields({ step, ...props }: PartProps & { readonly step: Step }) {
  if (step === 'problem') return <ProblemFields {...props} />
  if (step === 'targets') return <TargetFields {...props} />
  return <TermFields {...props} />
}

interface EditorProps {
  readonly start: Pick<DemandDetail, 'revision' | 'content'> & { readonly id: string | null }
  /** Whose need it is: the name that is hidden in it. */
  readonly owner: string | null
  readonly step: Step
  readonly onStep: (step: Step) => void
}

function Editor({ start, owner, step, onStep }: EditorProps) {
  const { t } = useText()
  const { as } = useSide()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const draft = useDraft(start, as)
  const preview = usePreview(draft.content, owner)
  usePageTitle(t('demands.new'))
  const at = STEPS.indexOf(step)
  const go = (to: number) => {
    onStep(STEPS[to] ?? 'check')
    heading.current?.focus()
  }
  const finish = useMutation({
    mutationFn: () => draft.flush(),
    onSuccess: async (id) => {
      await queries.invalidateQueries()
      if (id === null) await navigate({ to: '/demands' })
      else await navigate({ to: '/demands/$demand', params: { demand: id } })
    },
  })
  return (
    <div className="page stack plain">
      <Link to="/demands" className="back">
        <Icon name="back" />
        {t('demands.title')}
      </Link>
      <h1 ref={heading} tabIndex={-1}>
        {draft.content.title || t('demands.new')}
      </h1>
      <p className="tags">
        <span>{t('demand.step', { step: at + 1, steps: STEPS.length })}</span>
        <span className="muted small" role="status">
          {t(`demand.${draft.kept}`)}
        </span>
      </p>
      <nav className="segments" aria-label={t('demand.step', { step: at + 1, steps: STEPS.length })}>
        {STEPS.map((one) => (
          <Link
            key={one}
            to="."
            search={{ step: one }}
            replace
            resetScroll={false}
            aria-current={one === step ? 'step' : undefined}
          >
            {t(`demand.step.${one}`)}
          </Link>
        ))}
      </nav>
      {draft.error !== null && (
        <p className="notice bad" role="alert">
          {messageOf(draft.error)}
        </p>
      )}
      {step === 'check' ? (
        <section className="card stack tight" aria-labelledby="redacted-title">
          <h2 id="redacted-title" className="card-title">
            {t('demand.redacted')}
          </h2>
          <p className="muted">{t('demand.redacted.lead')}</p>
          {preview.data && (
            <>
              <p className="item-title">{preview.data.redacted.title || t('demand.untitled')}</p>
              <ContentView content={preview.data.redacted} />
            </>
          )}
        </section>
      ) : (
        <div className="card stack">
          <Fields step={step} content={draft.content} change={draft.change} />
        </div>
      )}
      {preview.data && <Clarity quality={preview.data.quality} />}
      <div className="actions spread">
        <button type="button" className="button" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('demand.back')}
        </button>
        <button
          type="button"
          className="button primary"
          aria-disabled={finish.isPending}
          onClick={() => (step === 'check' ? finish.mutate() : go(at + 1))}
        >
          {t(step === 'check' ? 'demand.finish' : 'demand.next')}
        </button>
      </div>
    </div>
  )
}

export function EditDemandPage() {
  const { demand: id } = route.useParams()
  const { step = 'problem' } = route.useSearch()
  const navigate = route.useNavigate()
  const { lang } = useText()
  const { as, staff } = useSide()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['demand-to-edit', id, lang, as, staff],
    queryFn: () => api.demand(id, as),
    // What is being written is not to be read over.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <Editor
      key={id}
      start={found.data}
      owner={found.data.subject?.name ?? null}
      step={step}
      onStep={(next) => navigate({ search: { step: next }, replace: true })}
    />
  )
}

/** Nothing is kept before something is written. */
export function NewDemandPage() {
  const { t } = useText()
  const { as } = useSide()
  const { step = 'problem' } = newRoute.useSearch()
  const navigate = newRoute.useNavigate()
  const subject = useQuery({
    queryKey: ['subject', as],
    queryFn: () => api.subject(as ?? ''),
    enabled: as !== undefined,
  })
  if (as === undefined)
    return (
      <div className="page stack plain">
        <h1>{t('demands.new')}</h1>
        <p>
          <Link to="/companies" className="button primary">
            {t('demands.no-company')}
          </Link>
        </p>
      </div>
    )
  return (
    <Editor
      key={as}
      start={{ id: null, revision: 0, content: BLANK }}
      owner={subject.data?.name ?? null}
      step={step}
      onStep={(next) => navigate({ search: { step: next }, replace: true })}
    />
  )
}

const newRoute = getRouteApi('/demands/new')
