import '../../text/area/editor.js'
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import type { Mounted } from './mount.js'
import { goToPlace, PlainEditor } from './plain-editor.js'
import type { Problem } from './problems.js'
import type { Word } from './words.js'
import './editor.css'

export interface EditorHandle {
  /** By line and column from 1. */
  goTo(line: number, column: number): void
  /** Puts a text in the place of another, which can be undone. */
  put(from: number, to: number, text: string): void
}

interface EditorProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly text: string
  readonly readOnly: boolean
  readonly problems: readonly Problem[]
  readonly words: readonly Word[]
  readonly handle: RefObject<EditorHandle | null>
  readonly onChange: (text: string) => void
}

/** Without constructed style sheets the editor would need what the content policy forbids. */
const CAN_MOUNT = typeof document !== 'undefined' && 'adoptedStyleSheets' in Document.prototype

/** The text of a programme with colours, completion and its problems in place. */
export function ProgrammeEditor(props: EditorProps) {
  const { id, label, hint, text, readOnly, problems, handle, onChange } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const { mounted, shown } = useMounted(props, host, field)
  useImperativeHandle(
    handle,
    () => ({
      goTo: (line, column) => (mounted ? mounted.goTo(line, column) : goToPlace(field.current, line, column)),
      put: (from, to, piece) =>
        mounted ? mounted.put(from, to, piece) : onChange(text.slice(0, from) + piece + text.slice(to)),
    }),
    [mounted, text, onChange],
  )
  const lines = new Set(problems.map(({ line }) => line))
  return (
    <div className="field">
      <span className="label">{label}</span>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {!mounted && (
        <PlainEditor
          id={id}
          text={text}
          readOnly={readOnly}
          wrong={lines}
          field={field}
          onChange={onChange}
          label={label}
        />
      )}
      {CAN_MOUNT && (
        <div ref={host} id={mounted ? id : undefined} className={shown ? 'editor rich' : 'hidden'} />
      )}
    </div>
  )
}

function useMounted(
  { text, label, readOnly, words, problems, onChange }: EditorProps,
  host: RefObject<HTMLDivElement | null>,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const { t } = useText()
  const [mounted, setMounted] = useState<Mounted | null>(null)
  const latest = useRef({ text, onChange, problems, mounted })
  latest.current = { text, onChange, problems, mounted }
  const completions = t('editor.completions')
  /** Texts that came from the editor and that the page may still hand back: by then there may be a newer one. */
  const own = useRef(new Set<string>())
  useEffect(() => {
    if (!CAN_MOUNT) return
    let gone = false
    let made: Mounted | null = null
    const begin = async () => {
      const module = await import('./mount.js')
      // Whoever writes already is not interrupted.
      if (field.current && document.activeElement === field.current)
        await new Promise((resolve) => field.current?.addEventListener('blur', resolve, { once: true }))
      if (gone || !host.current) return
      made = module.mount(host.current, {
        text: latest.current.text,
        label,
        completions,
        onChange: (changed) => {
          own.current.add(changed)
          latest.current.onChange(changed)
        },
        onNext: () => {
          const [first] = latest.current.problems
          if (first) made?.goTo(first.line, first.column)
          return first !== undefined
        },
      })
      setMounted(made)
    }
    // Where the pieces cannot be fetched, the plain field does.
    begin().catch(() => {})
    return () => {
      gone = true
      made?.destroy()
      setMounted(null)
    }
  }, [label, completions, host, field])
  useEffect(() => {
    if (!own.current.delete(text)) mounted?.setText(text)
  }, [mounted, text])
  useEffect(() => mounted?.setReadOnly(readOnly), [mounted, readOnly])
  useEffect(() => mounted?.setWords(words), [mounted, words])
  useEffect(() => mounted?.setProblems(problems), [mounted, problems])
  return { mounted, shown: mounted !== null }
}
