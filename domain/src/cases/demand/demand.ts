import { type Static, Type } from 'typebox'

/** A need that a company states (需求): written step by step, published, matched, and closed with what came of it. */

export const Cooperation = Type.Union([
  Type.Literal('joint-development'),
  Type.Literal('commission'),
  Type.Literal('transfer'),
  Type.Literal('licence'),
  Type.Literal('service'),
  Type.Literal('consulting'),
  Type.Literal('expert'),
  Type.Literal('investment'),
])
export type Cooperation = Static<typeof Cooperation>

/** How far away an answer may come from. */
export const Reach = Type.Union([
  Type.Literal('city'),
  Type.Literal('province'),
  Type.Literal('country'),
  Type.Literal('any'),
])
export type Reach = Static<typeof Reach>

export const Target = Type.Object({
  /** What is measured: 抗拉强度. */
  name: Type.String(),
  /** As written, with its unit: ≥ 600 MPa. */
  wanted: Type.String(),
  /** What it is today; empty where not said. */
  now: Type.String(),
})
export type Target = Static<typeof Target>

export const Demand = Type.Object({
  title: Type.String(),
  problem: Type.String(),
  /** Where the answer is to work: product, line, conditions. */
  scene: Type.String(),
  /** What was tried, and why it was not enough. */
  tried: Type.String(),
  targets: Type.Array(Target),
  /** Industry or discipline; null where not said. */
  field: Type.Union([Type.String(), Type.Null()]),
  cooperation: Type.Array(Cooperation),
  /** Integer fen as text. */
  budgetFen: Type.Union([Type.String(), Type.Null()]),
  /** `2027-06-30` */
  neededBy: Type.Union([Type.String(), Type.Null()]),
  /** Least technology readiness level, 1–9. */
  maturity: Type.Union([Type.Integer({ minimum: 1, maximum: 9 }), Type.Null()]),
  reach: Reach,
  contact: Type.String(),
  /** Words that nobody sees before both sides agreed: project names, customers, recipes. */
  secrets: Type.Array(Type.String()),
})
export type Demand = Static<typeof Demand>

export const EMPTY_DEMAND: Demand = {
  title: '',
  problem: '',
  scene: '',
  tried: '',
  targets: [],
  field: null,
  cooperation: [],
  budgetFen: null,
  neededBy: null,
  maturity: null,
  reach: 'any',
  contact: '',
  secrets: [],
}

export const DemandState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('published'),
  Type.Literal('paused'),
  Type.Literal('solved'),
  Type.Literal('withdrawn'),
  Type.Literal('expired'),
])
export type DemandState = Static<typeof DemandState>

export const DemandAction = Type.Union([
  Type.Literal('publish'),
  Type.Literal('pause'),
  Type.Literal('resume'),
  Type.Literal('solve'),
  Type.Literal('withdraw'),
  Type.Literal('expire'),
  Type.Literal('reopen'),
])
export type DemandAction = Static<typeof DemandAction>

export type DemandParty = 'owner' | 'broker' | 'clock'

interface Step {
  readonly by: readonly DemandParty[]
  readonly from: readonly DemandState[]
  readonly to: DemandState
  readonly note: boolean
}

const BOTH: readonly DemandParty[] = ['owner', 'broker']

/** Every action: who may take it, in which states, and where it leads. */
export const DEMAND_STEPS: Readonly<Record<DemandAction, Step>> = {
  publish: { by: BOTH, from: ['draft'], to: 'published', note: false },
  pause: { by: BOTH, from: ['published'], to: 'paused', note: false },
  resume: { by: BOTH, from: ['paused'], to: 'published', note: false },
  solve: { by: BOTH, from: ['published', 'paused'], to: 'solved', note: true },
  withdraw: { by: BOTH, from: ['draft', 'published', 'paused'], to: 'withdrawn', note: false },
  expire: { by: ['clock'], from: ['published', 'paused'], to: 'expired', note: false },
  reopen: { by: BOTH, from: ['solved', 'withdrawn', 'expired'], to: 'draft', note: false },
}

export const DEMAND_ACTIONS = Object.keys(DEMAND_STEPS) as readonly DemandAction[]

export type DemandMoved =
  | { readonly ok: true; readonly state: DemandState }
  | { readonly ok: false; readonly why: 'party' | 'state' | 'note' }
  | { readonly ok: false; readonly why: 'incomplete'; readonly lacks: readonly (keyof Demand)[] }

export function moveDemand(
  state: DemandState,
  action: DemandAction,
  { by, note, demand }: { readonly by: DemandParty; readonly note: string | null; readonly demand: Demand },
): DemandMoved {
  const step = DEMAND_STEPS[action]
  if (!step.by.includes(by)) return { ok: false, why: 'party' }
  if (!step.from.includes(state)) return { ok: false, why: 'state' }
  if (step.note && (note ?? '').trim() === '') return { ok: false, why: 'note' }
  const lacks = action === 'publish' ? lacking(demand) : []
  if (lacks.length > 0) return { ok: false, why: 'incomplete', lacks }
  return { ok: true, state: step.to }
}

/** Without these nobody can tell what is asked, nor answer; all else only makes an answer better. */
export function lacking(demand: Demand): (keyof Demand)[] {
  return (['title', 'problem', 'contact'] as const).filter((key) => demand[key].trim() === '')
}

export function demandActions(state: DemandState, by: DemandParty): DemandAction[] {
  return DEMAND_ACTIONS.filter(
    (action) => DEMAND_STEPS[action].by.includes(by) && DEMAND_STEPS[action].from.includes(state),
  )
}

/** Whether its words may still be changed; what is over stays as it was. */
export function isEditable(state: DemandState): boolean {
  return state === 'draft' || state === 'published' || state === 'paused'
}
