import type { Text } from '../../shared/text.js'

/** An identifier in its official form, or what is wrong with it. */
export type IdentifierReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: Text }

export function refuse(zh: string, en: string): IdentifierReading {
  return { ok: false, reason: { zh, en } }
}
