import { callsOn, mainCall } from '@kehui/domain/packs/package'
import type { Library, PackInfo, Programme } from '@kehui/domain/rules'
import { formatDay, inLang, type Lang, type Text } from '@kehui/domain/shared'
import { notesOf, percent } from './notes.js'
import type { ProgrammeDetail, ProgrammeItem, TextNode } from './schema.js'
import { itemNode, type Telling, termNode } from './text-tree.js'

/** Who asks, in which language and about which day (days since 1970-01-01). */
export interface View {
  readonly lang: Lang
  readonly on: number
}

export function packOf(library: Library, programme: Programme): PackInfo {
  const pack = library.packs.get(programme.pack)
  if (!pack) throw new Error(`“${programme.id}” is of no pack`)
  return pack
}

export function programmeItem(library: Library, programme: Programme, { lang, on }: View): ProgrammeItem {
  const pack = packOf(library, programme)
  const { id, audience, mode, benefit, source } = programme
  return {
    id,
    pack: pack.id,
    packTitle: inLang(pack.title, lang),
    level: pack.level,
    title: inLang(programme.title, lang),
    summary: programme.summary && inLang(programme.summary, lang),
    audience,
    mode,
    benefit,
    call: mainCall(callsOn(programme, on, lang)),
    number: source.number,
    url: source.url,
    issuer: source.issuer,
    date: source.date,
    verified: source.verified,
    sample: pack.sample,
    found: [],
  }
}

export function programmeDetail(library: Library, programme: Programme, view: View): ProgrammeDetail {
  const { lang, on } = view
  const { version, source, valid, grants, requires, standing } = programme
  const { department } = packOf(library, programme)
  const telling: Telling = { lang, source, readings: programme.readings?.options ?? new Map<string, Text>() }
  return {
    ...programmeItem(library, programme, view),
    version,
    source: { ...source },
    valid: { from: dayText(valid.from), to: dayText(valid.to) },
    department: department && { name: inLang(department.name, lang), phone: department.phone },
    requires: requires.map(({ text }) => text),
    standing: standing.map(({ text }) => text),
    need: programme.need.map((item) => itemNode(item, telling)),
    points: pointNodes(programme, telling),
    pay: payText(programme, telling),
    grants: grants && { ...grants },
    readings: readingsText(programme, lang),
    excludes: programme.excludes.map((exclusion) => exclusionText(library, exclusion, lang)),
    notes: notesOf(library, programme, lang),
    calls: callsOn(programme, on, lang),
  }
}

function dayText(day: number | null): string | null {
  return day === null ? null : formatDay(day)
}

function pointNodes({ points }: Programme, telling: Telling): TextNode[] {
  return [...points].map(([name, term]) => termNode(term, telling, name))
}

function payText({ pay }: Programme, telling: Telling): ProgrammeDetail['pay'] {
  if (!pay) return null
  const caps = pay.caps.map(({ scope, of }) => (scope === null ? of.text : `${of.text} / ${scope}`))
  return {
    lines: pay.lines.map((term) => termNode(term, telling)),
    cap: caps.length === 0 ? null : caps.join(telling.lang === 'en' ? ', ' : '，'),
    per: pay.per,
    round: pay.round.text,
    upper: pay.upper,
  }
}

function readingsText({ readings }: Programme, lang: Lang): ProgrammeDetail['readings'] {
  if (!readings) return null
  const { question, options, signed } = readings
  return {
    question: inLang(question, lang),
    options: [...options].map(([id, label]) => ({ id, label: inLang(label, lang) })),
    chosen: readings.default,
    signed: signed && { by: signed.by, on: formatDay(signed.on) },
  }
}

function exclusionText(
  { programmes }: Library,
  exclusion: Programme['excludes'][number],
  lang: Lang,
): ProgrammeDetail['excludes'][number] {
  const { resolve } = exclusion
  return {
    with: exclusion.with.map((id) => {
      const other = programmes.get(id)
      return { id, title: other ? inLang(other.title, lang) : id }
    }),
    scope: exclusion.scope,
    resolve: typeof resolve === 'string' ? resolve : `合计 ≤ ${percent(resolve.share)}`,
  }
}
