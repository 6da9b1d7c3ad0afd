import '../../text/area/publishing.js'
import type { DraftDetail } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { type EditorHandle, ProgrammeEditor } from '../../ui/programme-editor/programme-editor.js'
import { useWords } from '../../ui/programme-editor/use-words.js'
import { staffApi } from '../../ui/staff-api.js'
import { ChangesCard } from './changes-card.js'
import { CheckCard } from './check-card.js'
import { DraftHead } from './draft-head.js'
import { EffectPanel } from './effect-panel.js'
import { ExamplesCard } from './examples-card.js'
import { HistoryCard } from './history-card.js'
import { DraftReadingCard } from './reading-card.js'
import { SaveBar } from './save-bar.js'
import { StepsCard } from './steps-card.js'
import { useDraftText } from './use-draft-text.js'

export function DraftView({ draft }: { readonly draft: DraftDetail }) {
  const { t } = useText()
  const editor = useRef<EditorHandle>(null)
  const words = useWords(draft.pack)
  const editing = useDraftText(draft)
  const { text, dirty } = editing
  const live = useLiveReport(draft.id, text, dirty)
  const report = (dirty && live) || draft
  const { check } = report
  // What no example covers has no place of its own: the card beside the text tells it.
  const problems = useMemo(() => [...check.problems, ...check.failures], [check])
  const readOnly = !draft.actions.includes('save')
  const onPlace = (line: number, column: number) => editor.current?.goTo(line, column)
  return (
    <>
      <DraftHead draft={draft} />
      <div className="draft-columns">
        <div className="stack">
          <section className="card stack tight">
            <ProgrammeEditor
              id="draft-text"
              label={t(readOnly ? 'draft.text.read' : 'draft.text')}
              hint={readOnly ? undefined : t('draft.text.hint')}
              text={text}
              readOnly={readOnly}
              problems={problems}
              words={words}
              handle={editor}
              onChange={editing.setText}
            />
            {!readOnly && <SaveBar draft={draft} editing={editing} />}
          </section>
          <ChangesCard changes={report.changes} inForce={draft.inForce} text={text} />
        </div>
        <div className="stack">
          <StepsCard draft={draft} dirty={dirty} />
          <CheckCard check={check} live={dirty && live !== undefined} onPlace={onPlace} />
          {report.reading && <DraftReadingCard reading={report.reading} />}
          <ExamplesCard examples={check.examples} onPlace={onPlace} />
        </div>
      </div>
      <EffectPanel draft={draft} dirty={dirty} />
      <HistoryCard draft={draft} />
    </>
  )
}

const PAUSE_MS = 700

/** The check of what is being written, once the writer pauses. */
function useLiveReport(id: string, text: string, dirty: boolean) {
  const { lang } = useText()
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery({
    queryKey: ['draft-check', id, lang, paused],
    queryFn: () => staffApi.checkDraft(id, paused),
    enabled: dirty && paused === text,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  return found.data
}
