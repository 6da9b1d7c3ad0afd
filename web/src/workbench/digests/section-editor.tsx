import '../../text/area/digests.js'
import type { KeyboardEvent } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { TextField } from '../../ui/text-field.js'
import { focusAfter } from './focus-after.js'
import { StatementEditor } from './statement-editor.js'
import { moved, type WrittenSection, type WrittenStatement, wayOf } from './written.js'

interface SectionEditorProps {
  readonly section: WrittenSection
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (section: WrittenSection) => void
  readonly onMove: (by: -1 | 1) => void
}

/** A section: its heading, and its statements, which are reworded, moved and left out. */
export function SectionEditor({ section, isFirst, isLast, onChange, onMove }: SectionEditorProps) {
  const { t } = useText()
  const { heading, statements } = section
  const allOut = statements.every(({ out }) => out)
  const headingId = `heading-${section.key}`
  const put = (next: readonly WrittenStatement[]) => onChange({ ...section, statements: next })
  const move = (at: number, by: -1 | 1) => {
    const next = moved(statements, at, by)
    if (next === statements) return
    put(next)
    notify({ text: t('digests.moved', { n: at + by + 1 }), tone: 'good' })
    focusAfter(`statement-${statements[at]?.key}`)
  }
  const press = (event: KeyboardEvent) => {
    const way = wayOf(event)
    if (way === 0) return
    event.preventDefault()
    moveSection(way)
  }
  const moveSection = (by: -1 | 1) => {
    if (by < 0 ? isFirst : isLast) return
    onMove(by)
    focusAfter(headingId)
  }
  return (
    <section className="card stack" aria-label={heading}>
      <TextField
        id={headingId}
        label={t('digests.heading')}
        value={heading}
        onChange={(text) => onChange({ ...section, heading: text })}
        onKeyDown={press}
        error={undefined}
      />
      <div className="actions">
        <button
          type="button"
          className="button plain"
          aria-disabled={isFirst}
          onClick={() => moveSection(-1)}
        >
          {t('digests.section.up')}
        </button>
        <button type="button" className="button plain" aria-disabled={isLast} onClick={() => moveSection(1)}>
          {t('digests.section.down')}
        </button>
        <button
          type="button"
          className="button plain"
          onClick={() => put(statements.map((one) => ({ ...one, out: !allOut })))}
        >
          {t(allOut ? 'digests.section.in' : 'digests.section.out')}
        </button>
      </div>
      <ol className="stack digest-statements">
        {statements.map((item, at) => (
          <li key={item.key}>
            <StatementEditor
              item={item}
              at={at}
              count={statements.length}
              onChange={(next) => put(statements.map((one, i) => (i === at ? next : one)))}
              onMove={(by) => move(at, by)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
