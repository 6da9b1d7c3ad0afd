import type { Value } from '@kehui/domain/rules'

/** A value as JSON holds it; integers as text, since fen can pass 2^53. */
export type StoredValue =
  | { readonly kind: 'quantity'; readonly lo: string; readonly hi: string }
  | Exclude<Value, { kind: 'quantity' }>

export function storeValue(value: Value): StoredValue {
  return value.kind === 'quantity'
    ? { kind: 'quantity', lo: value.lo.toString(), hi: value.hi.toString() }
    : value
}

export function readValue(stored: StoredValue): Value {
  return stored.kind === 'quantity'
    ? { kind: 'quantity', lo: BigInt(stored.lo), hi: BigInt(stored.hi) }
    : stored
}

export function isSameValue(a: Value, b: Value): boolean {
  const [left, right] = [storeValue(a), storeValue(b)]
  return (
    left.kind === right.kind &&
    Object.entries(left).every(([name, part]) =>
      Object.entries(right).some(([n, p]) => n === name && p === part),
    )
  )
}
