import type { FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { HttpError } from './error.js'

export const Role = Type.Union([Type.Literal('manager'), Type.Literal('clerk'), Type.Literal('service-team')])
export type Role = Static<typeof Role>

export type Actor = { role: Role }

const ROLES: readonly string[] = ['manager', 'clerk', 'service-team'] satisfies Role[]

/**
 * Who acts: the one place that says so. There are no accounts yet, so it is whoever the page says; that is
 * safe only because the server then holds samples, or answers to its own machine alone (see config.ts).
 */
export function actorOf(request: Pick<FastifyRequest, 'headers'>): Actor {
  const role = request.headers['x-kehui-role'] ?? 'manager'
  if (typeof role !== 'string' || !ROLES.includes(role)) throw new HttpError('role.unknown', { role })
  return { role: role as Role }
}

export function requireRole(request: Pick<FastifyRequest, 'headers'>, ...roles: Role[]): Actor {
  const actor = actorOf(request)
  if (!roles.includes(actor.role)) throw new HttpError('role.not-allowed', { roles })
  return actor
}
