import { type EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutterLineClass, WidgetType } from '@codemirror/view'

/** Something that is wrong with the text, by line and column from 1. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly message: string
}

export const setProblems = StateEffect.define<readonly Problem[]>()

class Told extends WidgetType {
  readonly message: string

  constructor(message: string) {
    super()
    this.message = message
  }

  override eq(other: Told): boolean {
    return other.message === this.message
  }

  override toDOM(): HTMLElement {
    const told = document.createElement('div')
    told.className = 'cm-problem'
    told.textContent = this.message
    return told
  }

  override get estimatedHeight(): number {
    return 24
  }
}

class WrongLine extends GutterMarker {
  override elementClass = 'cm-wrong-line'
}

const wrongLine = new WrongLine()

/** The place where a problem stands; within the text whatever it says. */
export function placeOf({ doc }: EditorState, { line, column }: Pick<Problem, 'line' | 'column'>): number {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines))
  return Math.min(at.from + Math.max(0, column - 1), at.to)
}

interface Marked {
  readonly decorations: RangeSet<Decoration>
  readonly lines: RangeSet<GutterMarker>
}

function marked(state: EditorState, problems: readonly Problem[]): Marked {
  const [marks, lines]: [Range<Decoration>[], Map<number, Range<GutterMarker>>] = [[], new Map()]
  for (const problem of problems) {
    const from = placeOf(state, problem)
    const line = state.doc.lineAt(from)
    const [word = ''] = /^(?:[\p{L}\p{N}_]+|\S*)/u.exec(line.text.slice(from - line.from)) ?? []
    const to = Math.min(line.to, from + Math.max(1, word.length))
    if (to > from) marks.push(Decoration.mark({ class: 'cm-wrong' }).range(from, to))
    marks.push(Decoration.widget({ widget: new Told(problem.message), side: 1, block: true }).range(line.to))
    lines.set(line.from, wrongLine.range(line.from))
  }
  return {
    decorations: Decoration.set(marks, true),
    lines: RangeSet.of([...lines.values()], true),
  }
}

/** Problems are shown where they are, and go along with the text until the next check. */
export const problemField = StateField.define<Marked>({
  create: () => ({ decorations: Decoration.none, lines: RangeSet.empty }),
  update(before, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setProblems)) return marked(transaction.state, effect.value)
    if (!transaction.docChanged) return before
    return {
      decorations: before.decorations.map(transaction.changes),
      lines: before.lines.map(transaction.changes),
    }
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    gutterLineClass.from(field, ({ lines }) => lines),
  ],
})
