import '../../text/area/sandbox.js'
import type { SandboxStart } from '@kehui/server/client'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { type EditorHandle, ProgrammeEditor } from '../../ui/programme-editor/programme-editor.js'
import { useWords } from '../../ui/programme-editor/use-words.js'
import { LineDiff } from '../../workbench/publishing/line-diff-view.js'
import '../../workbench/publishing/publishing.css'
import { useStartDraft } from '../../workbench/publishing/use-start-draft.js'
import { Figures } from './figures.js'
import { Funnel } from './funnel.js'
import { KeyFigures } from './key-figures.js'
import { Moves } from './moves.js'
import { Numbers } from './numbers.js'
import './sandbox.css'
import { Settled } from './settled.js'
import { Spread } from './spread.js'
import { TrialStatus } from './trial-status.js'
import { useTrial } from './use-trial.js'

/** What the page begins with: a text in force, a draft, or a new one. */
export type SandboxBeginning = Pick<SandboxStart, 'programme' | 'title' | 'pack' | 'text'>

interface SandboxViewProps {
  readonly start: SandboxBeginning
  /** The text that it is held against, where that is not the one in force. */
  readonly other: string | null
  /** Said above the text; `goTo` leads to a line of it. */
  readonly lead?: (text: string, goTo: (line: number) => void) => ReactNode
  /** Chooses what it is held against; where there is nothing it is left out. */
  readonly against?: ReactNode
  readonly back: ReactNode
}

/** A text and what it does to the region, again with every change. */
export function SandboxView({ start, other, lead, against, back }: SandboxViewProps) {
  const { t } = useText()
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
      {back}
      <h1>{start.title}</h1>
      {lead?.(text, (line) => editor.current?.goTo(line, 1))}
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
            {against}
            <TrialStatus trial={trial} onPlace={(line, column) => editor.current?.goTo(line, column)} />
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
