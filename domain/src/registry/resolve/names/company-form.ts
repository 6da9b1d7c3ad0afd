import { leftOutCosts } from './abbreviation.js'
import { regionNames, regionPrefix } from './company-regions.js'
import { BRAND, type Piece, REGION, type Role, segmented, withBrand } from './company-segments.js'
import { BRANCH_FORMS, LEGAL_FORMS } from './company-words.js'
import { lettersOf } from './normalise.js'

/** A company's name taken apart. */
export interface CompanyForm {
  /** Without legal form, branch and the marks of a stock exchange. */
  readonly letters: string
  readonly roles: readonly Role[]
  /** Whether a word begins at each letter. */
  readonly starts: readonly boolean[]
  /** What each letter costs where a short name leaves it out. */
  readonly leftOut: readonly number[]
  readonly legal: string
  /** `上海分公司` of a branch; empty for a whole company. */
  readonly branch: string
  readonly regions: readonly string[]
  readonly brand: string
}

const MARK_BEFORE = /^(?:退市|[sn]?\*?(?:st|pt)|s)(?=\p{Script=Han}{2})/u
const MARK_AFTER = /(?<=\p{Script=Han}{2})(?:-(?:u|w|ud|uw|uwd|wd)|[abh]股?退?|退|转换)$/u
const TAIL = /[\s.,;:·]+$/u
const SPACE_BESIDE_HAN = /\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu

/** Takes a normalised name apart. */
export function companyForm(normalised: string): CompanyForm {
  const plain = normalised.replaceAll(SPACE_BESIDE_HAN, '').replace(MARK_BEFORE, '').replace(MARK_AFTER, '')
  const { body, legal, branch } = withoutForm(plain)
  const pieces = body
    .split(/[()]/)
    .map((part, at) => (at % 2 === 1 ? bracketPieces(part) : piecesOf(part, at === 0)))
  // A region in brackets says what one at the beginning says: 腾讯（深圳）.
  const [bracketed, others] = [pieces.filter(isRegion), pieces.filter((p) => !isRegion(p))]
  return formOf(withBrand([...bracketed, ...others].flat()), legal, branch)
}

/** Takes legal forms and the branch from the end. */
function withoutForm(name: string): { body: string; legal: string; branch: string } {
  let body = name.replace(TAIL, '')
  let legal = ''
  let branch = ''
  let note = ''
  for (;;) {
    const cut = body.replace(/\(\)$/, '').replace(TAIL, '')
    const branchHere = branch === '' ? branchOf(cut) : ''
    const form = LEGAL_FORMS.find((f) => cut.length > f.length && endsWith(cut, f))
    const bracketed = /\(([^()]{1,20})\)$/.exec(cut)
    const before = bracketed ? cut.slice(0, bracketed.index) : ''
    if (branchHere !== '') {
      branch = branchHere
      body = cut.slice(0, -branch.length)
    } else if (form) {
      legal = form + legal
      body = cut.slice(0, -form.length)
    } else if (bracketed?.[1] !== undefined && LEGAL_FORMS.includes(bracketed[1])) {
      legal = bracketed[1] + legal
      body = cut.slice(0, bracketed.index)
    } else if (bracketed && legal === '' && LEGAL_FORMS.some((f) => endsWith(before, f))) {
      // What stands behind the whole name is said of it, but for its place: 样禾有限公司（北京）.
      note = regionNames().has(bracketed[1] ?? '') ? bracketed[0] : ''
      body = before
    } else return { body: cut + note, legal, branch }
  }
}

/** `上海分公司` after `…公司`, `上海分行` after `…银行`. */
function branchOf(name: string): string {
  const kind = BRANCH_FORMS.find((f) => name.endsWith(f))
  if (!kind) return ''
  const before = name.slice(0, -kind.length)
  const whole = Math.max(before.lastIndexOf('公司'), before.lastIndexOf('银行'))
  return whole > 0 ? name.slice(whole + 2) : ''
}

/** A Latin form is a word of its own: `inc` ends no `zinc`. */
function endsWith(text: string, form: string): boolean {
  if (!text.endsWith(form)) return false
  return !/[a-z]/.test(form) || /[^a-z]$/.test(text.slice(0, -form.length))
}

function isRegion(pieces: readonly Piece[]): boolean {
  return pieces.length === 1 && pieces[0]?.role === REGION
}

function bracketPieces(part: string): Piece[] {
  if (regionNames().has(part)) return [{ text: part, role: REGION }]
  return /^(原|曾用名|简称)/.test(part) ? [] : piecesOf(part, false)
}

function piecesOf(part: string, first: boolean): Piece[] {
  const pieces: Piece[] = []
  let rest = lettersOf(part)
  let region = ''
  for (let length = first ? regionPrefix(rest, '') : 0; length > 0; length = regionPrefix(rest, region)) {
    region = rest.slice(0, length)
    pieces.push({ text: region, role: REGION })
    rest = rest.slice(length)
  }
  return [...pieces, ...segmented(rest)]
}

function formOf(pieces: readonly Piece[], legal: string, branch: string): CompanyForm {
  const of = (role: Role) => pieces.filter((p) => p.role === role).map((p) => p.text)
  const roles = pieces.flatMap((p) => Array.from({ length: p.text.length }, () => p.role))
  const starts = pieces.flatMap((p) => Array.from({ length: p.text.length }, (_, at) => at === 0))
  return {
    letters: pieces.map((p) => p.text).join(''),
    roles,
    starts,
    leftOut: leftOutCosts(roles, starts),
    legal,
    branch,
    regions: of(REGION),
    brand: of(BRAND).join(''),
  }
}
