import type { Diagnostic, Position } from '../../shared/diagnostic.js'
import { type Built, refuse, type Scope, type Shape } from '../compile/scope.js'
import type { Num } from '../form.js'
import { ExpressionError } from '../language/error.js'
import type { Expression } from '../language/expression.js'
import { parseExpression } from '../language/parse.js'
import type { Annotations, Cite, Programme, Source } from '../programme.js'
import type { Citation } from '../result.js'
import type { TermSpec } from './bound.js'

/** A programme while it is compiled: every problem is noted, so that one check shows all of them. */
export interface Binding {
  readonly programme: Programme
  readonly reading: string | null
  readonly scope: Scope
  readonly problems: Diagnostic[]
  readonly names: Map<string, Built | 'open' | 'failed'>
  readonly items: Map<string, TermSpec | 'open' | 'failed'>
  score: Num | null
}

/** Thrown where a name could not be compiled at its own place: there is nothing more to say here. */
class AlreadySaid extends Error {}

export function alreadySaid(): never {
  throw new AlreadySaid()
}

/** What was reported where it stands is not reported again where it is named. */
export function unlessSaid<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof AlreadySaid) return undefined
    throw error
  }
}

/** Parses and compiles one expression; a problem is noted at its place in the file and `fallback` stands in. */
export function compiled<T>(
  binding: Binding,
  source: Source,
  make: (e: Expression) => T,
  fallback: () => T,
): T {
  try {
    return make(parseExpression(source.text))
  } catch (error) {
    if (error instanceof AlreadySaid) return fallback()
    if (!(error instanceof ExpressionError)) throw error
    binding.problems.push(diagnosticOf(error, source))
    return fallback()
  }
}

export function diagnosticOf(error: ExpressionError, source: Source): Diagnostic {
  // In a text of several lines YAML folds spaces, and an offset no longer is a column.
  const before = source.text.slice(0, error.offset)
  const lines = before.split('\n')
  const at = { ...source.at, column: lines.length === 1 ? source.at.column + error.offset : source.at.column }
  return {
    ...at,
    code: error.code,
    severity: 'error',
    message: error.message,
    ...(error.expected === undefined ? {} : { expected: error.expected }),
    ...(error.suggestion === undefined ? {} : { suggestion: error.suggestion }),
  }
}

export function complain(
  binding: Binding,
  at: Position,
  code: string,
  message: string,
  expected?: string,
): void {
  binding.problems.push({
    ...at,
    code,
    severity: 'error',
    message,
    ...(expected === undefined ? {} : { expected }),
  })
}

/** The article in the programme's document, or in another one. */
export function citation(programme: Programme, cite: Cite): Citation | null {
  if (cite.article === null && cite.document === null && cite.verified === null) return null
  const { source } = programme
  const other = cite.document !== null && cite.document !== source.document
  const [number, url, via] = other
    ? [null, cite.url, null]
    : [source.number, cite.url ?? source.url, source.via]
  return {
    document: cite.document ?? source.document,
    ...(number === null ? {} : { number }),
    ...(cite.article === null ? {} : { article: cite.article }),
    ...(url === null ? {} : { url }),
    ...(via === null ? {} : { via }),
    verified: cite.verified ?? source.verified,
  }
}

/** The document as a whole, for what holds of all that it says. */
export function sourceCitation(programme: Programme): Citation | null {
  return citation(programme, {
    document: programme.source.document,
    article: null,
    url: null,
    verified: null,
  })
}

/** A shape with the label and the citation that the file gives it. */
export function annotated(binding: Binding, shape: Shape, { label, cite }: Annotations): Shape {
  return { ...shape, label: label ?? shape.label, cite: citation(binding.programme, cite) ?? shape.cite }
}

export function circular(name: string, at: number): never {
  return refuse('circular', { at }, `“${name}” is defined through itself`)
}
