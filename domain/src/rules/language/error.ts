/** What is wrong with an expression, and where in its text. */
export class ExpressionError extends Error {
  readonly code: string
  readonly offset: number
  readonly expected: string | undefined
  readonly suggestion: string | undefined

  constructor(
    code: string,
    offset: number,
    message: string,
    more: { expected?: string; suggestion?: string | undefined } = {},
  ) {
    super(message)
    this.name = 'ExpressionError'
    this.code = code
    this.offset = offset
    this.expected = more.expected
    this.suggestion = more.suggestion
  }
}
