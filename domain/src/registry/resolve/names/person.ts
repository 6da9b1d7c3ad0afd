import { surnameOf } from './surnames.js'

const TITLES =
  /(?:^(?:dr|prof|professor|mr|mrs|ms|sir)\.?\s+)|(?:,?\s*(?:ph\.?d|m\.?d|jr|sr)\.?$)|(?:(?<=\p{Script=Han}{2}\s*)(?:教授|研究员|工程师|博士|先生|女士|院士|老师|同志)$)/gu

/** A person's name as its family name and given names; initials stay single letters. */
export interface PersonForm {
  readonly family: string
  readonly given: readonly string[]
  readonly han: boolean
}

/** Reads a normalised name as a person's, or tells that it cannot be one. */
export function personForm(normalised: string): PersonForm | undefined {
  const name = normalised.replaceAll(TITLES, '').trim()
  const joined = name.replaceAll(/(?<=\p{Script=Han})[\s·•・.](?=\p{Script=Han})/gu, '')
  if (/^\p{Script=Han}+$/u.test(joined)) return hanPerson(joined, joined.length < name.length)
  return /^[\p{Script=Latin}\s.,'’-]+$/u.test(name) ? latinPerson(name) : undefined
}

/** Names of minorities are long and have a point in them: 买买提·艾力. */
function hanPerson(name: string, pointed: boolean): PersonForm | undefined {
  const family = surnameOf(name)
  if (pointed && name.length <= 20 && name.length > 4) return { family: '', given: [...name], han: true }
  if (family === '' || name.length > 4 || name.length <= family.length) return undefined
  return { family, given: [...name.slice(family.length)], han: true }
}

/** `Smith, John A.` and `John A. Smith`. */
function latinPerson(name: string): PersonForm | undefined {
  const [before = '', after] = name.split(',').map((part) => part.trim())
  const words = (text: string) => text.match(/[\p{L}’']+/gu) ?? []
  if (after !== undefined && words(after).length > 0)
    return { family: words(before).join(' '), given: words(after), han: false }
  const all = words(name)
  if (all.length < 2 || all.length > 5) return undefined
  return { family: all.at(-1) ?? '', given: all.slice(0, -1), han: false }
}

/** Two names that are written alike may still be two people's. */
const HOMONYM = 0.8
/** Two people of one employer and town have much in common, and are two. */
const ANOTHER = 0.02

/** How alike two names of people are, 0 to 1; equal names are no proof. */
export function comparePersons(a: PersonForm, b: PersonForm): number {
  if (a.han !== b.han) return 0
  if (a.han) return hanAlike(a, b)
  const turned = { family: b.given.at(-1) ?? '', given: [...b.given.slice(0, -1), b.family], han: false }
  return Math.max(latinAlike(a, b), b.given.length === 1 && a.given.length === 1 ? latinAlike(a, turned) : 0)
}

function hanAlike(a: PersonForm, b: PersonForm): number {
  const left = a.family + a.given.join('')
  const right = b.family + b.given.join('')
  if (left === right) return HOMONYM
  // 欧阳 of 欧阳明 may be a surname or a name; the characters decide, and one other character is another person.
  const same = [...left].filter((c, at) => right[at] === c).length
  return left.length === right.length && left.length >= 3 && same === left.length - 1 ? 0.25 : ANOTHER
}

function latinAlike(a: PersonForm, b: PersonForm): number {
  if (a.family !== b.family) return ANOTHER
  const [few, many] = a.given.length <= b.given.length ? [a.given, b.given] : [b.given, a.given]
  let alike = HOMONYM
  for (const [at, name] of few.entries()) {
    const other = many[at] ?? ''
    if (name === other) continue
    if (!(name.startsWith(other) || other.startsWith(name))) return 0.1
    alike -= 0.12
  }
  return alike - 0.03 * (many.length - few.length)
}
