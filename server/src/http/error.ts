import Type, { type Static } from 'typebox'
import { ERRORS, type ErrorCode } from './error-table.js'

export type Details = Record<string, unknown>

/** A refusal: thrown anywhere below a route, it becomes the answer that the table of errors gives. */
export class HttpError extends Error {
  readonly code: ErrorCode
  readonly details: Details | undefined

  constructor(code: ErrorCode, details?: Details) {
    super(code)
    this.name = 'HttpError'
    this.code = code
    this.details = details
  }
}

export const ErrorAnswer = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    next: Type.String(),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
})
export type ErrorAnswer = Static<typeof ErrorAnswer>

export function answerFor(error: HttpError, lang: 'zh' | 'en'): { status: number; body: ErrorAnswer } {
  const { status, message, next } = ERRORS[error.code]
  const details = error.details ?? {}
  const body: ErrorAnswer = {
    error: {
      code: error.code,
      message: fill(message[lang], details, lang),
      next: fill(next[lang], details, lang),
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  }
  return { status, body }
}

/** A detail that has words of its own gives them in both languages, as `{ zh, en }`. */
function fill(text: string, details: Details, lang: 'zh' | 'en'): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    if (Array.isArray(value)) return value.join(', ')
    if (typeof value === 'object' && value !== null && lang in value)
      return String(value[lang as keyof typeof value])
    return String(value ?? '')
  })
}
