import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyServerOptions } from 'fastify'
import { answerFor, HttpError } from './error.js'

type Handler = NonNullable<FastifyServerOptions['clientErrorHandler']>

/** Answers what is no HTTP, or too long to be read: there is no request yet, and so no language. */
export const clientErrorHandler: Handler = (error, socket: Socket) => {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'request.head-too-large' : 'request.unreadable'
    const { status, body } = answerFor(new HttpError(code), 'zh')
    const text = JSON.stringify(body)
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    )
  }
  socket.destroy(error)
}
