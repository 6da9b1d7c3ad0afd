import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isDiskFull } from '../startup-error.js'
import { answerFor, HttpError } from './error.js'
import { languageOf } from './language.js'

/** Hears of every failure that is a bug, with the number that the user was given. */
export type Report = (error: unknown, reference: string) => void

export function errorHandler(report: Report) {
  return function handle(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { status, body } = answerFor(toHttpError(error, report), languageOf(request))
    return reply.status(status).send(body)
  }
}

function toHttpError(error: unknown, report: Report): HttpError {
  if (error instanceof HttpError) return error
  if (isDiskFull(error)) return new HttpError('server.disk-full')
  if (isDatabaseAway(error)) return new HttpError('server.database-away')
  const known = error instanceof Error ? fromFastify(error as FastifyError) : undefined
  if (known !== undefined) return known
  const reference = randomBytes(4).toString('hex')
  report(error, reference)
  return new HttpError('server.failed', { reference })
}

function fromFastify(error: FastifyError): HttpError | undefined {
  if (error.validation !== undefined) {
    const problems = error.validation.map(({ instancePath, message, params }) => ({
      where: `${error.validationContext ?? 'body'}${instancePath}`,
      problem: message ?? '',
      ...params,
    }))
    return new HttpError('request.invalid', { problems })
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new HttpError('request.too-large')
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new HttpError('request.media-type')
  if (error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH')
    return new HttpError('request.address')
  const { statusCode = 500 } = error
  return statusCode >= 400 && statusCode < 500 ? new HttpError('request.unreadable') : undefined
}

/** 57P01–57P03: the server is stopping or starting; 08…: the connection broke; 25006: another is the primary now. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^57P0[1-3]$|^08|^25006$|^ECONNREFUSED$|^ECONNRESET$/.test(code)) return true
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  )
}
