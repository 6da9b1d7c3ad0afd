import { expect, test } from 'vitest'
import { actorOf, requireName, requireRole } from './auth.js'
import { HttpError } from './error.js'

test('who acts is who the page says, a manager where it says nothing', () => {
  expect(actorOf({ headers: {} })).toEqual({ role: 'manager', name: null })
  expect(actorOf({ headers: { 'x-kehui-role': 'clerk' } })).toEqual({ role: 'clerk', name: null })
})

test('unknown roles and roles that may not are refused', () => {
  expect(() => actorOf({ headers: { 'x-kehui-role': 'minister' } })).toThrow(HttpError)
  expect(() => requireRole({ headers: {} }, 'clerk', 'service-team')).toThrow('role.not-allowed')
  expect(requireRole({ headers: { 'x-kehui-role': 'clerk' } }, 'clerk')).toEqual({
    role: 'clerk',
    name: null,
  })
})

test('the name comes percent-encoded, and is asked for where a person must stand by an act', () => {
  const named = actorOf({ headers: { 'x-kehui-name': encodeURIComponent(' 林晓（示例）\n') } })
  expect(requireName(named).name).toBe('林晓（示例）')
  expect(() => requireName(actorOf({ headers: {} }))).toThrow('role.no-name')
  expect(() => actorOf({ headers: { 'x-kehui-name': '%E6%9' } })).toThrow('role.name-unreadable')
})
