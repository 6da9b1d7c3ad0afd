import type { FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { HttpError } from './error.js'

export const Role = Type.Union([Type.Literal('manager'), Type.Literal('clerk'), Type.Literal('service-team')])
export type Role = Static<typeof Role>

/** `name` is null where the page does not say who it is; what must be signed asks for it. */
export type Actor = { role: Role; name: string | null }

export type Named = Actor & { name: string }

const ROLES: readonly string[] = ['manager', 'clerk', 'service-team'] satisfies Role[]

/**
 * Who acts: the one place that says so. There are no accounts yet, so it is whoever the page says; that is
 * safe only because the server then holds samples, or answers to its own machine alone (see config.ts).
 */
export function actorOf(request: Pick<FastifyRequest, 'headers'>): Actor {
  const role = request.headers['x-kehui-role'] ?? 'manager'
  if (typeof role !== 'string' || !ROLES.includes(role)) throw new HttpError('role.unknown', { role })
  return { role: role as Role, name: nameOf(request.headers['x-kehui-name']) }
}

export function requireRole(request: Pick<FastifyRequest, 'headers'>, ...roles: Role[]): Actor {
  const actor = actorOf(request)
  if (!roles.includes(actor.role)) throw new HttpError('role.not-allowed', { roles })
  return actor
}

/** An act for which a person stands by name: signing, answering an objection, publishing. */
export function requireName(actor: Actor): Named {
  const { role, name } = actor
  if (name === null) throw new HttpError('role.no-name')
  return { role, name }
}

const NAME_LENGTH = 60

function nameOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null
  try {
    const name = decodeURIComponent(header)
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
    return name === '' ? null : name.slice(0, NAME_LENGTH)
  } catch {
    throw new HttpError('role.name-unreadable')
  }
}
