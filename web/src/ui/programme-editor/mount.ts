import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { completeWords } from './completion.js'
import { programmeLanguage } from './language.js'
import { type Problem, placeOf, problemField, setProblems } from './problems.js'
import { colours, theme } from './theme.js'
import type { Word } from './words.js'

export interface MountOptions {
  readonly text: string
  readonly label: string
  readonly completions: string
  readonly onChange: (text: string) => void
  /** Where the text has problems, by the key that leads from one to the next. */
  readonly onNext: () => boolean
}

export interface Mounted {
  setText(text: string): void
  setReadOnly(readOnly: boolean): void
  setWords(words: readonly Word[]): void
  setProblems(problems: readonly Problem[]): void
  goTo(line: number, column: number): void
  put(from: number, to: number, text: string): void
  destroy(): void
}

/** Turns of a number by a slider are one step back, however many they are. */
const SLIDE = 'input.slide'

/**
 * Written over what is chosen: left to the browser, the new text would take over the old one's colours as a style
 * attribute, which a strict policy refuses.
 */
function replaceChosen(event: InputEvent, view: EditorView): boolean {
  const { inputType, data } = event
  if (inputType !== 'insertText' || data === null || view.composing || view.state.readOnly) return false
  if (view.state.selection.ranges.every(({ empty }) => empty)) return false
  event.preventDefault()
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/**
 * An editor in a shadow tree of its own: there its rules come as constructed style sheets, which a strict policy
 * allows, where in the page they would come as a style element, which it does not.
 */
export function mount(host: HTMLElement, given: MountOptions): Mounted {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const [language, editable] = [new Compartment(), new Compartment()]
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: given.text,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        history({
          joinToEvent: (transaction, isAdjacent) => isAdjacent || transaction.isUserEvent(SLIDE),
          newGroupDelay: 1000,
        }),
        EditorView.lineWrapping,
        // Tab is left to the page: it leads on, here as everywhere.
        keymap.of([
          { key: 'F8', run: given.onNext },
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.domEventHandlers({ beforeinput: replaceChosen }),
        EditorView.contentAttributes.of({ 'aria-label': given.label, spellcheck: 'false', tabindex: '0' }),
        EditorState.phrases.of({ Completions: given.completions }),
        language.of([]),
        editable.of([]),
        problemField,
        theme,
        syntaxHighlighting(colours),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) given.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    setText: (text) => {
      if (text !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    setReadOnly: (readOnly) =>
      view.dispatch({ effects: editable.reconfigure(EditorState.readOnly.of(readOnly)) }),
    setWords: (words) =>
      view.dispatch({
        effects: language.reconfigure([
          programmeLanguage(words),
          autocompletion({ override: [completeWords(words)], icons: false }),
        ]),
      }),
    setProblems: (problems) => view.dispatch({ effects: setProblems.of(problems) }),
    goTo: (line, column) => {
      const anchor = placeOf(view.state, { line, column })
      view.focus()
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    },
    put: (from, to, text) =>
      view.dispatch({
        changes: { from, to, insert: text },
        effects: EditorView.scrollIntoView(from, { y: 'nearest' }),
        userEvent: SLIDE,
      }),
    destroy: () => view.destroy(),
  }
}
