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
  const known: Known = { names: [...names, ...contactNames(demand.contact)], secrets: demand.secrets }
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
    // A sum that is secret is not told beside the text either.
    budgetFen: demand.secrets.some((secret) => isSum(secret, demand.budgetFen)) ? null : demand.budgetFen,
    contact: '',
    secrets: [],
  }
}

const SURNAMED = /^(\p{Script=Han}{2,4}?)(?:先生|女士|老师|经理|主任|总|工)?$/u

/** Who is to be called, as the text may name them too: 王示例, and numbers in any form. */
export function contactNames(contact: string): string[] {
  return contact
    .split(/[\s,，;；:：/（）()、]+/)
    .flatMap((part) => {
      if (/^[0-9+-]{5,}$/.test(part)) return [part]
      const person = SURNAMED.exec(part)?.[1]
      return person === undefined ? [] : [part, person]
    })
    .filter((part) => !POSTS.has(part))
}

/** Words that name nobody. */
const POSTS: ReadonlySet<string> = new Set(
  '联系人 电话 手机 微信 邮箱 技术部 生产部 研发部 办公室 厂长 经理 主任 先生 女士 老师 总经理 总工 示例'.split(
    ' ',
  ),
)

const FEN_OF: Readonly<Record<string, number>> = { 元: 100, 万: 1e6, 万元: 1e6, 亿: 1e10, 亿元: 1e10 }

/** Whether a secret is the budget, in whatever unit it is written. */
function isSum(secret: string, budgetFen: string | null): boolean {
  if (budgetFen === null) return false
  if (/^预算$/.test(secret.trim())) return true
  const [, amount, unit = '元'] =
    /^([\d.,]+)\s*(元|万元|万|亿元|亿)?$/.exec(secret.normalize('NFKC').trim()) ?? []
  if (amount === undefined) return false
  return String(Math.round(Number(amount.replaceAll(',', '')) * (FEN_OF[unit] ?? 100))) === budgetFen
}
