import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const MONO = 'ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace'

/** The page's own tokens: they are inherited into the shadow tree. */
export const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--card)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: MONO,
    lineHeight: '1.6',
    maxHeight: '34rem',
    minHeight: '16rem',
    overflow: 'auto',
  },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.5rem' },
  '.cm-gutters': {
    backgroundColor: 'var(--moot-tint)',
    color: 'var(--muted)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.5rem 0 0.25rem', minWidth: '2.5em' },
  '.cm-activeLine': { backgroundColor: 'rgb(19 96 159 / 6%)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--action-tint)', color: 'var(--ink)' },
  '.cm-wrong-line': { color: 'var(--no)', fontWeight: '700' },
  '.cm-wrong': { textDecoration: 'underline wavy var(--no)', textUnderlineOffset: '0.25em' },
  '.cm-problem': {
    padding: '0.125rem 0.5rem 0.125rem 0.75rem',
    margin: '0.125rem 0.5rem',
    borderLeft: '4px solid var(--no)',
    backgroundColor: 'var(--no-tint)',
    color: 'var(--no)',
    fontFamily: 'var(--sans)',
    whiteSpace: 'normal',
  },
  '.cm-tooltip': {
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-small)',
    backgroundColor: 'var(--card)',
    boxShadow: 'var(--shadow-high)',
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.75rem', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--action)', color: '#fff' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--muted)', marginLeft: '0.75em' },
  'li[aria-selected] .cm-completionDetail': { color: '#fff' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { padding: '0.5rem 0.75rem', maxWidth: '20rem', whiteSpace: 'pre-line' },
})

export const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--brand)', fontWeight: '600' },
  { tag: tags.variableName, color: 'var(--yes)' },
  { tag: tags.function(tags.variableName), color: 'var(--action)' },
  { tag: tags.keyword, color: '#7c2d92' },
  { tag: tags.number, color: '#9a3412', fontWeight: '600' },
  { tag: tags.unit, color: 'var(--unknown)' },
  { tag: tags.string, color: '#4a5a12' },
  { tag: tags.operator, color: '#7c2d92' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.content, color: 'var(--ink)' },
  { tag: tags.punctuation, color: 'var(--muted)' },
])
