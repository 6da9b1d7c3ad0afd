import { createHmac } from 'node:crypto'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { InnerAddressError, isInner, outerLookup } from './address.js'

const TIMEOUT_MS = 10_000
/** Of an answer no more is read than says what was wrong. */
const MOST_READ = 500

export interface Sent {
  /** Null where there was no answer. */
  readonly status: number | null
  /** Null where it was taken. */
  readonly problem: string | null
  readonly milliseconds: number
}

export interface Sending {
  readonly url: string
  readonly secret: string
  readonly body: string
  readonly now: Date
  /** Addresses of inner networks are sent to as well. */
  readonly inner: boolean
}

/** `t=1764000000,v1=…`: HMAC-SHA256 over the seconds, a point and the body, so that neither can be changed. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Sends a body once. Whatever answers with 2xx has taken it; nothing else is followed or believed. */
export function sendSigned({ url, secret, body, now, inner }: Sending): Promise<Sent> {
  const since = performance.now()
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const end = (status: number | null, problem: string | null) =>
      resolve({ status, problem, milliseconds: Math.round(performance.now() - since) })
    if (!inner && isIP(host) !== 0 && isInner(host)) return end(null, problemOf(new InnerAddressError(host)))
    const send = target.protocol === 'https:' ? secure : plain
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const request = send(
      target,
      {
        method: 'POST',
        signal,
        agent: false,
        ...(inner ? {} : { lookup: outerLookup }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Kehui',
          'x-kehui-signature': signatureOf(secret, Math.floor(now.getTime() / 1000), body),
        },
      },
      (response) => {
        const status = response.statusCode ?? 0
        let said = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          if (said.length < MOST_READ) said += piece.slice(0, MOST_READ - said.length)
          else response.destroy()
        })
        response.on('close', () =>
          end(status, status >= 200 && status < 300 ? null : `HTTP ${status} ${said.trim()}`.trim()),
        )
        response.on('error', () => {})
      },
    )
    request.on('error', (error) =>
      end(null, signal.aborted ? `no answer in ${TIMEOUT_MS / 1000} s` : problemOf(error)),
    )
    request.end(body)
  })
}

function problemOf(error: Error): string {
  return error instanceof InnerAddressError
    ? 'an address of an inner network'
    : error.message || String(error)
}
