import { suggest } from '../../shared/suggest.js'
import { ExpressionError } from './error.js'
import type { Expression, Relation } from './expression.js'
import { type Token, tokenize } from './token.js'

const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['=', '='],
  ['!=', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['达到', '>='],
  ['超过', '>'],
  ['不超过', '<='],
  ['低于', '<'],
])
export const FUNCTIONS = ['sum', 'average', 'min', 'max', 'count', 'growth', 'cagr', 'rising', 'days', '满']
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'if',
  'then',
  'else',
  'zero',
  'of',
  'where',
  '且',
  '或',
  '非',
  '若',
  '则',
  '否则',
  '若为零',
  ...RELATIONS.keys(),
])
/** Deeper nesting than any person writes; it bounds the stack. */
const DEEPEST = 60

/** Reads one whole expression, or throws an `ExpressionError` at what it could not read. */
export function parseExpression(text: string): Expression {
  return new Parser(text).whole()
}

class Parser {
  private readonly source: string
  private readonly tokens: Token[]
  private next = 0
  private depth = 0

  constructor(source: string) {
    this.source = source
    this.tokens = tokenize(source)
  }

  whole(): Expression {
    const expression = this.disjunction()
    if (this.token.kind !== 'end') this.fail('the end of the expression, or an operator such as “and”')
    return expression
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', offset: this.source.length }
  }

  private fail(expected: string, suggestion?: string): never {
    const { token } = this
    const found = token.kind === 'end' ? 'the expression ends here' : `“${token.text}” stands here`
    throw new ExpressionError('expression.syntax', token.offset, `${found}; expected ${expected}`, {
      expected,
      suggestion,
    })
  }

  private is(...texts: string[]): boolean {
    const { token } = this
    return (token.kind === 'name' || token.kind === 'operator') && texts.includes(token.text)
  }

  private accept(...texts: string[]): boolean {
    const found = this.is(...texts)
    if (found) this.next += 1
    return found
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.fail(`“${text}”`)
  }

  private textFrom(at: number): string {
    const last = this.tokens[this.next - 1]
    return last ? this.source.slice(at, last.offset + last.text.length) : ''
  }

  private nested<T>(read: () => T): T {
    this.depth += 1
    if (this.depth > DEEPEST)
      throw new ExpressionError(
        'expression.too-deep',
        this.token.offset,
        'The expression is nested too deeply; name parts of it under “define”',
      )
    const result = read()
    this.depth -= 1
    return result
  }

  private disjunction(): Expression {
    return this.nested(() =>
      this.chain('or', ['or', '或'], () => this.chain('and', ['and', '且'], () => this.negation())),
    )
  }

  private chain(kind: 'and' | 'or', words: string[], read: () => Expression): Expression {
    const at = this.token.offset
    const first = read()
    if (!this.is(...words)) return first
    const items = [first]
    while (this.accept(...words)) items.push(read())
    return { kind, items, at, text: this.textFrom(at) }
  }

  private negation(): Expression {
    const at = this.token.offset
    if (!this.accept('not', '非')) return this.comparison()
    const of = this.nested(() => this.negation())
    return { kind: 'not', of, at, text: this.textFrom(at) }
  }

  private comparison(): Expression {
    const at = this.token.offset
    const left = this.sum()
    const relation =
      this.token.kind === 'name' || this.token.kind === 'operator'
        ? RELATIONS.get(this.token.text)
        : undefined
    if (relation) {
      this.next += 1
      const right = this.sum()
      return { kind: 'compare', relation, left, right, at, text: this.textFrom(at) }
    }
    const negated = this.is('not', '非')
    if (negated) this.next += 1
    if (this.accept('in')) {
      const among = this.accept('{') ? this.list('}') : [this.sum()]
      return { kind: 'in', left, among, negated, at, text: this.textFrom(at) }
    }
    if (negated) this.fail('“in”')
    return left
  }

  private list(close: string): Expression[] {
    const items = [this.sum()]
    while (this.accept(',')) items.push(this.sum())
    this.expect(close)
    return items
  }

  private sum(): Expression {
    const at = this.token.offset
    let left = this.product()
    while (this.is('+', '-')) {
      const operator = this.token.text === '+' ? '+' : '-'
      this.next += 1
      const right = this.product()
      left = { kind: 'arithmetic', operator, left, right, ifZero: null, at, text: this.textFrom(at) }
    }
    return left
  }

  private product(): Expression {
    const at = this.token.offset
    let left = this.unary()
    while (this.is('*', '/')) {
      const operator = this.token.text === '*' ? '*' : '/'
      this.next += 1
      const right = this.unary()
      const ifZero = operator === '/' && this.zeroCase() ? this.unary() : null
      left = { kind: 'arithmetic', operator, left, right, ifZero, at, text: this.textFrom(at) }
    }
    return left
  }

  private zeroCase(): boolean {
    if (this.accept('若为零')) return true
    const after = this.tokens[this.next + 1]
    if (!this.is('if') || after?.text !== 'zero') return false
    this.next += 2
    return true
  }

  private unary(): Expression {
    const at = this.token.offset
    if (!this.accept('-')) return this.postfix()
    const of = this.nested(() => this.unary())
    return { kind: 'negate', of, at, text: this.textFrom(at) }
  }

  private postfix(): Expression {
    const at = this.token.offset
    let of = this.primary()
    while (true) {
      if (this.accept('.')) {
        if (this.token.kind !== 'name') this.fail('a name after “.”')
        const name = this.token.text
        this.next += 1
        of = { kind: 'member', of, name, at, text: this.textFrom(at) }
      } else if (this.accept('[')) {
        if (this.token.kind !== 'name' && this.token.kind !== 'number')
          this.fail('a year: 上年, 前年, 本年 or 2024')
        const year = this.token.text
        this.next += 1
        this.expect(']')
        of = { kind: 'index', of, year, at, text: this.textFrom(at) }
      } else return of
    }
  }

  private primary(): Expression {
    const { token } = this
    const at = token.offset
    if (this.accept('(')) {
      const inner = this.disjunction()
      this.expect(')')
      return { ...inner, at, text: this.textFrom(at) }
    }
    if (token.kind === 'name') return this.named(token.text, at)
    if (token.kind === 'operator' || token.kind === 'end') return this.fail('a fact, a value or “(”')
    this.next += 1
    const text = this.textFrom(at)
    if (token.kind === 'number') return { kind: 'number', value: token.value, at, text }
    if (token.kind === 'quantity')
      return { kind: 'quantity', value: token.value, dimension: token.dimension, at, text }
    return { kind: 'date', day: token.day, at, text }
  }

  private named(name: string, at: number): Expression {
    if (name === '若' || name === 'if') return this.nested(() => this.choice(at))
    if (KEYWORDS.has(name)) return this.fail('a fact, a value or “(”')
    this.next += 1
    if (['是', 'yes', '否', 'no'].includes(name))
      return { kind: 'yes-no', value: name === '是' || name === 'yes', at, text: name }
    if (!this.is('(')) return { kind: 'name', name, at, text: name }
    if (!FUNCTIONS.includes(name)) {
      const suggestion = suggest(name, FUNCTIONS)
      throw new ExpressionError('expression.function', at, `There is no function “${name}”`, {
        expected: `one of ${FUNCTIONS.join(', ')}`,
        suggestion,
      })
    }
    return this.nested(() => this.call(name, at))
  }

  private choice(at: number): Expression {
    this.next += 1
    const when = this.disjunction()
    if (!this.accept('则', 'then')) this.fail('“则” or “then”')
    const then = this.sum()
    if (!this.accept('否则', 'else')) this.fail('“否则” or “else”')
    const otherwise = this.sum()
    return { kind: 'if', when, then, otherwise, at, text: this.textFrom(at) }
  }

  private call(name: string, at: number): Expression {
    this.expect('(')
    const first = this.disjunction()
    if (this.is('of') || (name === 'count' && first.kind === 'name')) {
      const value = this.accept('of') ? first : null
      const { token } = this
      if (value !== null && token.kind !== 'name') this.fail('the name of a kind of record')
      if (value !== null) this.next += 1
      const record = value === null && first.kind === 'name' ? first.name : token.text
      const where = this.accept('where') ? this.disjunction() : null
      this.expect(')')
      return {
        kind: 'aggregate',
        name,
        value,
        record,
        recordAt: value === null ? first.at : token.offset,
        where,
        at,
        text: this.textFrom(at),
      }
    }
    const args = [first]
    while (this.accept(',')) args.push(this.disjunction())
    this.expect(')')
    return { kind: 'call', name, args, at, text: this.textFrom(at) }
  }
}
