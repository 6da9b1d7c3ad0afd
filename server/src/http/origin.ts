import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyRequest } from 'fastify'
import { HttpError } from './error.js'

/**
 * A page of another site may lead its own name to this machine (DNS rebinding) and would then count as ours.
 * It cannot do so with a bare IP address, so those are let through, and names only where they are known.
 */
export function checkHost(request: FastifyRequest, hostNames: readonly string[]): void {
  const name = hostNameOf(request.headers.host)
  const known = name === 'localhost' || isIP(name) !== 0 || name === hostname().toLowerCase()
  if (!known && !hostNames.includes(name)) throw new HttpError('request.host', { host: name })
}

/** A browser names the page that a request comes from; programs that are not browsers name none. */
export function checkOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const { origin, host } = request.headers
  const foreign = origin !== undefined && hostOf(origin) !== host?.toLowerCase()
  if (foreign || request.headers['sec-fetch-site'] === 'cross-site') throw new HttpError('request.origin')
}

function hostNameOf(host: string | undefined): string {
  const url = `http://${host ?? ''}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : ''
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
