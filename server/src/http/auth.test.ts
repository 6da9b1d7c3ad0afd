import { expect, test } from 'vitest'
import { actorOf, requireRole } from './auth.js'
import { HttpError } from './error.js'

test('who acts is who the page says, a manager where it says nothing', () => {
  expect(actorOf({ headers: {} })).toEqual({ role: 'manager' })
  expect(actorOf({ headers: { 'x-kehui-role': 'clerk' } })).toEqual({ role: 'clerk' })
})

test('unknown roles and roles that may not are refused', () => {
  expect(() => actorOf({ headers: { 'x-kehui-role': 'minister' } })).toThrow(HttpError)
  expect(() => requireRole({ headers: {} }, 'clerk', 'service-team')).toThrow('role.not-allowed')
  expect(requireRole({ headers: { 'x-kehui-role': 'clerk' } }, 'clerk')).toEqual({ role: 'clerk' })
})
