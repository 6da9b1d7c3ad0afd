import { type CompanyComparison, type CompanyFinding, compareCompanies } from './company.js'
import { type CompanyForm, companyForm } from './company-form.js'
import { GROUP, INDUSTRY } from './company-segments.js'
import { lettersOf, normalise } from './normalise.js'
import { comparePersons, type PersonForm, personForm } from './person.js'
import { compareWorks, type Rarity, type WorkForm, workForm } from './work.js'

export const NAME_KINDS = ['organisation', 'person', 'work'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A name as it was written and as what it can be: an organisation's, a person's, a work's. */
export interface NameForm {
  readonly written: string
  readonly letters: string
  readonly company: CompanyForm
  readonly person: PersonForm | undefined
  readonly work: WorkForm
  /** The words of an organisation's name without its legal form, for names in Latin letters. */
  readonly bare: WorkForm
}

export function nameForm(written: string): NameForm {
  const normalised = normalise(written)
  const company = companyForm(normalised)
  const work = workForm(normalised)
  const bare = HAN.test(normalised) ? work : workForm(withoutLatinForm(normalised))
  return { written, letters: lettersOf(normalised), company, person: personForm(normalised), work, bare }
}

const HAN = /\p{Script=Han}/u
const LATIN_FORM =
  /[\s.,]+(?:inc(?:orporated)?|corp(?:oration)?|ltd|limited|co(?:mpany)?|llc|llp|plc|gmbh|ag)\.?$/
const ORGANISATION =
  /(?:大学|学院|学校|研究院|研究所|研究中心|医院|银行|集团|工厂|委员会|协会|学会|实验室|合作社|事务所|基金会|管理局|university|institute|college|hospital|school)$/u
/** A short name of an organisation is no longer; a title of a work seldom as short. */
const LONGEST_SHORT_NAME = 12

function withoutLatinForm(name: string): string {
  const cut = name.replace(LATIN_FORM, '')
  return cut === name || cut === '' ? name : withoutLatinForm(cut)
}

/** What two names are the names of; each alone may leave it open. */
export function kindOf(a: NameForm, b: NameForm): NameKind {
  if (isOrganisation(a) || isOrganisation(b)) return 'organisation'
  if (a.person && b.person && !hasTrade(a) && !hasTrade(b)) return 'person'
  return 'work'
}

/** Two short names may be an organisation's or a work's: what speaks more for them counts. */
function areShort(a: NameForm, b: NameForm): boolean {
  return [a, b].every((n) => n.letters.length <= LONGEST_SHORT_NAME && HAN.test(n.letters))
}

function isOrganisation({ company, letters }: NameForm): boolean {
  return company.legal !== '' || company.branch !== '' || ORGANISATION.test(letters)
}

function hasTrade({ company }: NameForm): boolean {
  return company.roles.includes(INDUSTRY) || company.roles.includes(GROUP)
}

export interface NameComparison {
  readonly kind: NameKind
  /** 0 to 1 */
  readonly alike: number
  readonly finding: CompanyFinding | 'same-words' | 'same-person-name' | 'like-person-name'
  readonly regionsDiffer: boolean
}

export function compareNames(a: NameForm, b: NameForm, rarity: Rarity, fixed?: NameKind): NameComparison {
  const kind = fixed ?? kindOf(a, b)
  if (kind === 'organisation') return { kind, ...organisations(a, b, rarity) }
  if (kind === 'person' && a.person && b.person) {
    const alike = comparePersons(a.person, b.person)
    const finding =
      a.letters === b.letters ? 'same-person-name' : alike >= 0.4 ? 'like-person-name' : 'unlike'
    return { kind, alike, finding, regionsDiffer: false }
  }
  const alike = compareWorks(a.work, b.work, rarity)
  if (fixed === undefined && alike < 1 && areShort(a, b)) {
    const found = organisations(a, b, rarity)
    if (found.alike > alike) return { kind: 'organisation', ...found }
  }
  return { kind, alike, finding: wordsFinding(alike), regionsDiffer: false }
}

/** Latin names are compared by words: their letters stand for nothing one by one. */
function organisations(a: NameForm, b: NameForm, rarity: Rarity): CompanyComparison {
  if (HAN.test(a.letters) && HAN.test(b.letters)) return compareCompanies(a.company, b.company)
  if (a.letters !== '' && a.letters === b.letters)
    return { alike: 1, finding: 'same-name', regionsDiffer: false }
  const alike = Math.min(0.93, compareWorks(a.bare, b.bare, rarity))
  const finding = alike === 0.93 ? 'other-legal-form' : alike >= 0.5 ? 'alike' : 'unlike'
  return { alike, finding, regionsDiffer: false }
}

function wordsFinding(alike: number): 'same-words' | 'alike' | 'unlike' {
  if (alike === 1) return 'same-words'
  return alike >= 0.5 ? 'alike' : 'unlike'
}
