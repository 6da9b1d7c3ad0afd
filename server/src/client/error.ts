/** A refusal by the server, in the words that it gives. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly next: string
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(
    status: number,
    answer: { code: string; message: string; next: string; details?: Readonly<Record<string, unknown>> },
  ) {
    super(answer.message)
    this.name = 'ApiError'
    this.status = status
    this.code = answer.code
    this.next = answer.next
    this.details = answer.details
  }
}

/** Anything else than the server's own refusals, such as the page of a proxy, has no words for a reader. */
export async function errorOf(response: Response): Promise<ApiError> {
  const answer: unknown = await response.json().catch(() => null)
  const error = partOf(answer, 'error')
  const details = partOf(error, 'details')
  return new ApiError(response.status, {
    code: textOf(error, 'code') || 'request.failed',
    message: textOf(error, 'message') || `HTTP ${response.status}`,
    next: textOf(error, 'next'),
    ...(isRecord(details) ? { details } : {}),
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function partOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined
}

function textOf(value: unknown, name: string): string {
  const part = partOf(value, name)
  return typeof part === 'string' ? part : ''
}
