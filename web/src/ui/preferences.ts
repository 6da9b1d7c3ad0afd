import { useSyncExternalStore } from 'react'
import type { Lang } from '../text/messages.js'

export const ROLES = ['manager', 'clerk', 'service-team'] as const
export type Role = (typeof ROLES)[number]

/** What this browser remembers for its reader; the server keeps none of it. */
export interface Preferences {
  readonly lang: Lang
  readonly large: boolean
  readonly role: Role
  /** Who acts in each role, as the reader gave it; what must be signed asks for it. */
  readonly names: Readonly<Partial<Record<Role, string>>>
  /** The company that was looked at last, so that 政策礼包 leads back to it. */
  readonly company: string | null
}

const STORAGE_KEY = 'kehui.preferences'
const DEFAULTS: Preferences = { lang: 'zh', large: false, role: 'manager', names: {}, company: null }

/** Reads what was stored, taking the default for whatever is not understood. */
export function readPreferences(stored: string | null): Preferences {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    return DEFAULTS
  }
  if (typeof found !== 'object' || found === null) return DEFAULTS
  const given = found as Record<string, unknown>
  return {
    lang: given.lang === 'en' ? 'en' : 'zh',
    large: given.large === true,
    role: ROLES.find((role) => role === given.role) ?? DEFAULTS.role,
    names: readNames(given.names),
    company: typeof given.company === 'string' ? given.company : null,
  }
}

function readNames(given: unknown): Preferences['names'] {
  if (typeof given !== 'object' || given === null) return {}
  const entries = Object.entries(given).filter(
    ([role, name]) => ROLES.some((known) => known === role) && typeof name === 'string' && name !== '',
  )
  return Object.fromEntries(entries)
}

function storedText(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

let current: Preferences = typeof window === 'undefined' ? DEFAULTS : readPreferences(storedText())
const listeners = new Set<() => void>()

/** Puts language and text size on the root element, where style sheets and screen readers look for them. */
export function applyPreferences(): void {
  const root = document.documentElement
  root.lang = current.lang === 'en' ? 'en' : 'zh-CN'
  root.toggleAttribute('data-large', current.large)
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  applyPreferences()
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current))
  } catch {
    // Where storage is switched off, the choice lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

export function currentPreferences(): Preferences {
  return current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, currentPreferences, currentPreferences)
}
