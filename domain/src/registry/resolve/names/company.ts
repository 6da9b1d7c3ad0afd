import { abbreviationCost } from './abbreviation.js'
import type { CompanyForm } from './company-form.js'
import { regionsAgree } from './company-regions.js'

export type CompanyFinding =
  | 'same-name'
  | 'other-legal-form'
  | 'without-legal-form'
  | 'other-branch'
  | 'short-name'
  | 'alike'
  | 'unlike'

export interface CompanyComparison {
  readonly alike: number
  readonly finding: CompanyFinding
  readonly regionsDiffer: boolean
}

/** A cost of as much takes two thirds from how alike two names are. */
const COST_SCALE = 3
/** Registered names are unique within their place; anything less than the whole name is a hint. */
const CEILING: Readonly<Record<CompanyFinding, number>> = {
  'same-name': 1,
  'other-legal-form': 0.93,
  'without-legal-form': 0.92,
  'other-branch': 0.6,
  'short-name': 0.9,
  alike: 0.9,
  unlike: 0.9,
}

/** How alike two names of organisations are, 0 to 1, whichever of them is the short one. */
export function compareCompanies(a: CompanyForm, b: CompanyForm): CompanyComparison {
  const cost = costBetween(a, b)
  const regionsDiffer =
    a.regions.length > 0 &&
    b.regions.length > 0 &&
    !a.regions.some((r) => b.regions.some((s) => regionsAgree(r, s)))
  const finding = findingOf(a, b, cost)
  return { alike: CEILING[finding] * Math.exp(-cost / COST_SCALE), finding, regionsDiffer }
}

function costBetween(a: CompanyForm, b: CompanyForm): number {
  if (a.letters === b.letters) return 0
  const [short, full] = a.letters.length <= b.letters.length ? [a, b] : [b, a]
  const cost = abbreviationCost(short, full)
  return a.letters.length === b.letters.length ? Math.min(cost, abbreviationCost(full, short)) : cost
}

function findingOf(a: CompanyForm, b: CompanyForm, cost: number): CompanyFinding {
  if (a.branch !== b.branch) return 'other-branch'
  if (a.letters === b.letters) {
    if (formName(a.legal) === formName(b.legal)) return 'same-name'
    return a.legal === '' || b.legal === '' ? 'without-legal-form' : 'other-legal-form'
  }
  if (cost < 1.5 && (a.legal === '') !== (b.legal === '')) return 'short-name'
  return cost < 1.5 ? 'alike' : 'unlike'
}

/** 有限公司 is 有限责任公司 said shorter; so are the Latin ones. */
function formName(legal: string): string {
  return legal
    .replace('有限责任公司', '有限公司')
    .replace('股份公司', '股份有限公司')
    .replace(/^co(?:ltd|limited)$|^limited$/, 'ltd')
    .replace('incorporated', 'inc')
    .replace(/corporation/, 'corp')
}
