import * as range from '../../shared/range.js'
import type { Text } from '../../shared/text.js'
import { measureText } from '../answer/measure-text.js'
import type { Measure, Shape, Tables } from '../compile/scope.js'
import type { Relation } from '../language/expression.js'
import type { Check } from './bound.js'
import { slotsOfCond, slotsOfNum } from './slots.js'

/** A compiled condition, with all that its trace needs and no evaluation changes; equal ones are one. */
export function checkOf(tables: Tables, shape: Shape, part: Check['part'] = null): Check {
  const children = shape.children.map((child) => checkOf(tables, child))
  const key = keyOf(shape, part, children)
  const known = tables.checks.get(key)
  if (known) return known
  const slots = children.length > 0 ? [] : slotsSeen(shape)
  const made: Check = {
    id: tables.checks.size,
    part,
    kind: shape.kind,
    text: shape.text,
    label: shape.label,
    cite: shape.cite,
    cond: shape.cond,
    slots,
    only: slots.length === 1 ? (slots[0] ?? -1) : -1,
    left: shape.left,
    right: shape.right,
    relation: shape.relation,
    required: requirement(shape),
    children,
  }
  tables.checks.set(key, made)
  return made
}

function keyOf(shape: Shape, part: Check['part'], children: readonly Check[]): string {
  const { kind, text, label, cite, cond, left, right, relation } = shape
  const measure = (m: Measure | null) => (m?.kind === 'number' ? [m.num.id, m.dimension] : m)
  const ids = children.map((c) => c.id)
  return JSON.stringify([
    part,
    kind,
    text,
    label,
    cite,
    cond.id,
    measure(left),
    measure(right),
    relation,
    ids,
  ])
}

function slotsSeen(shape: Shape): readonly number[] {
  const measured = [shape.left, shape.right].flatMap((m) =>
    m?.kind === 'slot' ? [m.slot] : m?.kind === 'number' ? slotsOfNum(m.num) : [],
  )
  return measured.length > 0 ? [...new Set(measured)] : slotsOfCond(shape.cond)
}

const SIGNS: Record<Relation, string> = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

/** `≤ 500 人`, `贵州省`, `不是“其他”`: what a condition asks, where that does not depend on the subject. */
function requirement(shape: Shape): Text | null {
  const { left, right, relation } = shape
  if (right?.kind === 'text') return named(right.text, relation)
  if (shape.kind === 'fact' && left?.kind === 'slot' && shape.cond.op === 'within') {
    const yes = shape.cond.set[0]?.from === 1n
    return yes ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  }
  if (
    right?.kind !== 'number' ||
    right.num.op !== 'const' ||
    !range.isPoint(right.num.value) ||
    relation === null
  )
    return null
  const sign = SIGNS[relation]
  const text = (lang: 'zh' | 'en') => `${sign} ${measureText(right.num.span, right.dimension, lang)}`
  return { zh: text('zh'), en: text('en') }
}

/** A choice, a place or a year that is wanted; or is not, which its name alone would turn around. */
function named(text: string, relation: Relation | null): Text {
  if (relation === null || relation === '=') return { zh: text, en: text }
  if (relation === '!=') return { zh: `不是“${text}”`, en: `anything but “${text}”` }
  return { zh: `${SIGNS[relation]} ${text}`, en: `${SIGNS[relation]} ${text}` }
}

/** `≤ ` before a value that depends on the subject. */
export function signOf(relation: Relation | null): string {
  return relation === null ? '' : `${SIGNS[relation]} `
}
