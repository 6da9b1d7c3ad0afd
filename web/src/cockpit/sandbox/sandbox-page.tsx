import '../../text/area/sandbox.js'
import type { SandboxStart } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { type EditorHandle, ProgrammeEditor } from '../../ui/programme-editor/programme-editor.js'
import { useWords } from '../../ui/programme-editor/use-words.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { LineDiff } from '../../workbench/publishing/line-diff-view.js'
import '../../workbench/publishing/publishing.css'
import { useStartDraft } from '../../workbench/publishing/use-start-draft.js'
import { BureauOnly } from '../bureau-only.js'
import { Figures } from './figures.js'
import { Funnel } from './funnel.js'
import { KeyFigures } from './key-figures.js'
import { Moves } from './moves.js'
import { Numbers } from './numbers.js'
import './sandbox.css'
import { Settled } from './settled.js'
import { Spread } from './spread.js'
import { type Trial, useTrial } from './use-trial.js'

const route = getRouteApi('/cockpit/sandbox/$programme')

/** Which text the new one is held against. */
function Against({ start, value }: { readonly start: SandboxStart; readonly value: string | undefined }) {
  const { t } = useText()
  const navigate = route.useNavigate()
  return (
    <div className="field">
      <label htmlFor="sandbox-against">{t('sandbox.against')}</label>
      <select
        id="sandbox-against"
        className="input"
        value={value ?? ''}
        onChange={({ target }) => navigate({ search: { against: target.value || undefined }, replace: true })}
      >
        <option value="">{t(start.text === null ? 'sandbox.against.none' : 'sandbox.against.force')}</option>
        {start.drafts.map(({ id, title, createdBy, updatedAt }) => (
          <option key={id} value={id}>
            {t('sandbox.against.draft', { title, by: createdBy, date: updatedAt.slice(0, 10) })}
          </option>
        ))}
      </select>
    </div>
  )
}

/** How far the work is, and whether what is shown is of this text. */
function Status({
  trial,
  onPlace,
}: {
  readonly trial: Trial
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const { answer, shown, error, working, pageMillis } = trial
  const result = shown?.result
  return (
    <div className="stack tight">
      <p className="muted small number" role="status">
        {result
          ? t('sandbox.worked', {
              total: result.total.toLocaleString('en'),
              millis: Math.max(1, Math.round(result.millis)),
              page: pageMillis,
            })
          : t(working ? 'sandbox.working' : 'sandbox.stale')}
      </p>
      {error !== null && (
        <p className="notice bad" role="alert">
          {messageOf(error)}
        </p>
      )}
      {answer !== null && answer.problems.length > 0 && (
        <div className="notice warn">
          <p>
            {t('sandbox.problems', { count: answer.problems.length })} {t('sandbox.stale')}
          </p>
          <ul className="rows">
            {keyed(answer.problems, ({ line, message }) => `${line} ${message}`).map(({ key, item }) => (
              <li key={key}>
                <button
                  type="button"
                  className="button plain"
                  onClick={() => onPlace(item.line, item.column)}
                >
                  {t('sandbox.problem', { line: item.line, message: item.message })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer?.againstLoads === false && <p className="notice warn">{t('sandbox.against.broken')}</p>}
    </div>
  )
}

function Sandbox({ start, other }: { readonly start: SandboxStart; readonly other: string | null }) {
  const { t } = useText()
  const { against } = route.useSearch()
  const editor = useRef<EditorHandle>(null)
  const words = useWords(start.pack)
  const original = start.text ?? other ?? ''
  const [text, setText] = useState(original)
  const ask = useMemo(
    () => ({ programme: start.programme, pack: start.pack, text, against: other }),
    [start, text, other],
  )
  const trial = useTrial(ask)
  const draft = useStartDraft()
  const result = trial.shown?.result ?? null
  const held = other ?? start.text ?? ''
  return (
    <div className="page stack cockpit">
      <Link to="/cockpit/sandbox" className="back">
        <Icon name="back" />
        {t('sandbox.title')}
      </Link>
      <h1>{start.title}</h1>
      <div className="sandbox">
        <div className="stack">
          <section className="card stack tight">
            <ProgrammeEditor
              id="sandbox-text"
              label={t('sandbox.text')}
              hint={t('sandbox.text.hint')}
              text={text}
              readOnly={false}
              problems={trial.answer?.problems ?? []}
              words={words}
              handle={editor}
              onChange={setText}
            />
            <div className="actions">
              <button
                type="button"
                className="button primary"
                aria-disabled={draft.isPending}
                onClick={() => (draft.isPending ? undefined : draft.mutate({ pack: start.pack, text }))}
              >
                {t('sandbox.save')}
              </button>
              <button
                type="button"
                className="button"
                disabled={text === original}
                onClick={() => setText(original)}
              >
                {t('sandbox.reset')}
              </button>
              {other !== null && (
                <button type="button" className="button" onClick={() => setText(other)}>
                  {t('sandbox.use-draft')}
                </button>
              )}
            </div>
          </section>
          {result && <KeyFigures result={result} />}
          <Numbers parameters={trial.answer?.parameters ?? []} of={trial.text} text={text} editor={editor} />
          {text !== held && (
            <details className="card">
              <summary>{t('sandbox.diff')}</summary>
              <LineDiff before={held} after={text} />
            </details>
          )}
        </div>
        <div className="stack">
          <section className="card stack tight">
            <Against start={start} value={against} />
            <Status trial={trial} onPlace={(line, column) => editor.current?.goTo(line, column)} />
          </section>
          {result && (
            <>
              <div className="sandbox-sight">
                <Figures result={result} />
              </div>
              <Moves result={result} ask={ask} />
            </>
          )}
        </div>
      </div>
      {result && (
        <>
          <Settled result={result} ask={ask} />
          <Spread result={result} ask={ask} />
          <Funnel result={result} ask={ask} />
        </>
      )}
    </div>
  )
}

function Loaded() {
  const { programme } = route.useParams()
  const { against } = route.useSearch()
  const { lang } = useText()
  const messageOf = useMessageOf()
  const start = useQuery({
    queryKey: ['sandbox', programme, lang],
    queryFn: () => staffApi.sandbox(programme, { lang }),
    refetchOnWindowFocus: false,
  })
  const other = useQuery({
    queryKey: ['draft', against, lang],
    queryFn: () => staffApi.draft(against ?? '', { lang }),
    enabled: against !== undefined,
    refetchOnWindowFocus: false,
  })
  const failed = start.isError ? start : other.isError ? other : null
  if (failed) return <Failure message={messageOf(failed.error)} retry={() => failed.refetch()} />
  if (!start.data || (against !== undefined && !other.data)) return <Loading />
  return (
    <Sandbox
      key={programme}
      start={start.data}
      other={against === undefined ? null : (other.data?.text ?? null)}
    />
  )
}

export function SandboxPage() {
  return (
    <BureauOnly title="sandbox.title">
      <Loaded />
    </BureauOnly>
  )
}
