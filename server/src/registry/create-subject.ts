import { randomUUID } from 'node:crypto'
import type { FactSet, Library } from '@kehui/domain/rules'
import { inLang, type Lang, parseSocialCreditCode } from '@kehui/domain/shared'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import type { CreateSubject } from './schema.js'
import { findSubject, matchSubjects } from './store.js'
import { insertSubjects } from './store-insert.js'
import { PLACE_KEY } from './store-observations.js'

/** Enters one subject by hand; its id. Each refusal names the field that it is about. */
export async function createSubject(
  db: Db,
  library: Library,
  region: number,
  given: CreateSubject,
  { lang, today }: { lang: Lang; today: string },
): Promise<string> {
  const name = given.name.normalize('NFC').trim()
  if (name === '') throw new HttpError('subject.name', { field: 'name' })
  const creditCode = given.creditCode === undefined ? null : readCode(given.creditCode, lang)
  const [same] = creditCode === null ? [] : await matchSubjects(db, region, { creditCodes: [creditCode] })
  if (same) throw new HttpError('subject.exists', { field: 'creditCode', name: same.name, id: same.id })
  if (given.owner !== undefined && !(await findSubject(db, region, given.owner)))
    throw new HttpError('subject.owner', { field: 'owner' })
  const facts: FactSet =
    given.place === undefined
      ? new Map()
      : new Map([[PLACE_KEY, { value: { kind: 'place', code: readPlace(library, given.place, lang) } }]])
  const id = randomUUID()
  const subject = { id, name, audience: given.audience, creditCode, owner: given.owner ?? null, facts }
  const source = lang === 'zh' ? '登记时填写' : 'Given on entry'
  await insertSubjects(db, region, [subject], { source, observedAt: today })
  return id
}

function readCode(text: string, lang: Lang): string {
  const read = parseSocialCreditCode(text)
  if (read.ok) return read.code
  throw new HttpError('subject.credit-code', {
    field: 'creditCode',
    value: text,
    problem: inLang(read.reason, lang),
    ...(read.suggestion === undefined ? {} : { suggestion: read.suggestion }),
  })
}

function readPlace({ places }: Library, text: string, lang: Lang): string {
  const codes = places.find(text.trim())
  const [code] = codes
  if (code !== undefined && codes.length === 1) return code
  const suggestions = meantPlaces(places, text.trim(), codes).slice(0, MOST_SUGGESTED)
  const list = suggestions.join(lang === 'zh' ? '、' : ', ')
  throw new HttpError('subject.place', {
    field: 'place',
    value: text,
    hint: list === '' ? '' : lang === 'zh' ? `是不是：${list}？` : `Did you mean ${list}?`,
    suggestions,
  })
}

const MOST_SUGGESTED = 8

/** The places of one name; else those within as much of it as is known; else what is written alike. */
function meantPlaces(places: Library['places'], text: string, codes: readonly string[]): string[] {
  if (codes.length > 1) return codes.map((code) => places.path(code))
  for (let length = text.length - 1; length >= 2; length -= 1) {
    const [holder, other] = places.find(text.slice(0, length))
    if (holder === undefined || other !== undefined) continue
    const within = places.children(holder)
    if (within.length > 0) return within.map((code) => places.path(code))
  }
  const alike = places.suggest(text)
  return alike === null ? [] : [alike]
}
