import { parseDay } from '../../shared/day.js'
import { findLookAlike } from '../../shared/look-alike.js'
import { multiply, parseDecimal, type Rational } from '../../shared/rational.js'
import { type Dimension, findUnit } from '../../shared/unit.js'
import { ExpressionError } from './error.js'

export type Token =
  | { kind: 'name'; text: string; offset: number }
  | { kind: 'operator'; text: string; offset: number }
  | { kind: 'number'; value: Rational; text: string; offset: number }
  | { kind: 'quantity'; value: Rational; dimension: Dimension; text: string; offset: number }
  | { kind: 'date'; day: number; text: string; offset: number }
  | { kind: 'end'; text: string; offset: number }

const SPACE = /\s+/y
const DATE = /\d{4}-\d{1,2}-\d{1,2}/y
const NUMBER = /\d+(?:\.\d+)?/y
const UNIT = /\s*([%‰]|[\p{L}_][\p{L}\p{N}_]*)(\/[\p{L}_][\p{L}\p{N}_]*)?/uy
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy
const OPERATOR = /<=|>=|!=|[-+*/()[\]{},.<>=]/y
/** An expression is one condition or one amount; a longer one is a mistake, or an attack. */
const LONGEST = 4000

export function tokenize(text: string): Token[] {
  if (text.length > LONGEST)
    throw new ExpressionError('expression.too-long', 0, `An expression has at most ${LONGEST} characters`)
  const wrong = findLookAlike(text)
  if (wrong) {
    throw new ExpressionError(
      'expression.look-alike',
      wrong.offset,
      `“${wrong.character}” only looks like “${wrong.meant}”`,
      {
        expected: `the character “${wrong.meant}”`,
        suggestion: wrong.meant,
      },
    )
  }
  const tokens: Token[] = []
  let offset = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  while (offset < text.length) {
    const space = take(SPACE)
    if (space) {
      offset += space[0].length
      continue
    }
    const token =
      readDate(take(DATE), offset) ??
      readNumber(take(NUMBER), text, offset) ??
      plain('name', take(NAME), offset) ??
      plain('operator', take(OPERATOR), offset)
    if (!token)
      throw new ExpressionError('expression.character', offset, `“${text[offset]}” means nothing here`)
    tokens.push(token)
    offset += token.text.length
  }
  tokens.push({ kind: 'end', text: '', offset: text.length })
  return tokens
}

function plain(kind: 'name' | 'operator', match: RegExpExecArray | null, offset: number): Token | null {
  return match && { kind, text: match[0], offset }
}

function readDate(match: RegExpExecArray | null, offset: number): Token | null {
  if (!match) return null
  const day = parseDay(match[0])
  if (day === undefined) throw new ExpressionError('expression.date', offset, `There is no day ${match[0]}`)
  return { kind: 'date', day, text: match[0], offset }
}

/** A number, with its unit where one follows: `500`, `2 亿元`, `10%`, `1.5 万元/家`. */
function readNumber(match: RegExpExecArray | null, text: string, offset: number): Token | null {
  const value = match && parseDecimal(match[0])
  if (!match || !value) return null
  UNIT.lastIndex = offset + match[0].length
  const after = UNIT.exec(text)
  const over = after?.[1]
  if (after && over) {
    const whole = after[2] ? findUnit(over + after[2]) : undefined
    const unit = whole ?? findUnit(over)
    if (unit) {
      const spaces = after[0].length - over.length - (after[2]?.length ?? 0)
      const length = match[0].length + spaces + over.length + (whole ? (after[2]?.length ?? 0) : 0)
      return {
        kind: 'quantity',
        value: multiply(value, unit.factor),
        dimension: unit.dimension,
        text: text.slice(offset, offset + length),
        offset,
      }
    }
  }
  return { kind: 'number', value, text: match[0], offset }
}
