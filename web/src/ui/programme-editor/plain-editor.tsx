import { type RefObject, useRef } from 'react'

interface PlainEditorProps {
  readonly id: string
  readonly text: string
  readonly readOnly: boolean
  /** Lines that something is wrong with. */
  readonly wrong: ReadonlySet<number>
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (text: string) => void
  readonly label: string
}

/** A plain text field with the numbers of its lines, until the editor is there and where a browser cannot hold it. */
export function PlainEditor({ id, text, readOnly, wrong, field, onChange, label }: PlainEditorProps) {
  const gutter = useRef<HTMLDivElement>(null)
  const lines = text.split('\n').length
  const follow = () => {
    if (gutter.current && field.current) gutter.current.scrollTop = field.current.scrollTop
  }
  return (
    <div className="editor">
      <div className="editor-gutter number" ref={gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => i + 1).map((line) => (
          <div key={line} className={wrong.has(line) ? 'wrong' : undefined}>
            {wrong.has(line) ? `! ${line}` : line}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        id={id}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        aria-label={label}
        aria-describedby={readOnly ? undefined : `${id}-hint`}
        onScroll={follow}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

/** Puts the cursor where something is wrong and brings the line into sight. */
export function goToPlace(field: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!field) return
  const lines = field.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const end = start + (lines[line - 1]?.length ?? 0)
  field.focus()
  field.setSelectionRange(Math.min(start + column - 1, end), end)
  const height = Number.parseFloat(getComputedStyle(field).lineHeight)
  field.scrollTop = Math.max(0, (line - 4) * height)
}
