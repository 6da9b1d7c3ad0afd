import type { IntroductionState } from '../introduction/introduction.js'
import type { Demand, DemandState } from './demand.js'
import { type Known, redact } from './redact.js'

/**
 * How much of a need somebody sees. `redacted`: without whose it is; `whole`: with contact and secrets, once both
 * sides agreed; `none`: it is not public.
 */
export type Disclosure = 'none' | 'redacted' | 'whole'

export type Viewer =
  | { readonly as: 'owner' }
  /** The bureau and its service team: they see all, and each view is logged. */
  | { readonly as: 'broker' }
  /** Anybody else, with the introductions that join them with this need. */
  | { readonly as: 'other'; readonly introductions: readonly IntroductionState[] }

const AGREED: readonly IntroductionState[] = ['agreed', 'scheduled', 'met', 'signed']

export function disclosureOf(state: DemandState, viewer: Viewer): Disclosure {
  if (viewer.as !== 'other') return 'whole'
  if (viewer.introductions.some((one) => AGREED.includes(one))) return 'whole'
  return state === 'published' ? 'redacted' : 'none'
}

/** The need as it may be shown, and matched: whose it is cannot be told from the words, as far as words are known. */
export function redactDemand(demand: Demand, names: readonly string[]): Demand {
  const known: Known = { names, secrets: demand.secrets }
  const hide = (text: string) => redact(text, known).text
  return {
    ...demand,
    title: hide(demand.title),
    problem: hide(demand.problem),
    scene: hide(demand.scene),
    tried: hide(demand.tried),
    targets: demand.targets.map(({ name, wanted, now }) => ({
      name: hide(name),
      wanted: hide(wanted),
      now: hide(now),
    })),
    field: demand.field === null ? null : hide(demand.field),
    contact: '',
    secrets: [],
  }
}
