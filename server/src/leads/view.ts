import { type Exclusion, LIST_ACTIONS, LIST_MOVES } from '@kehui/domain/insights/leads'
import { keyWords } from '@kehui/domain/packs/cultivation'
import {
  EXCLUSION_WORDS,
  exclusionText,
  LEAD_WORDS,
  STATE_WORDS,
  type WordsOf,
} from '@kehui/domain/packs/leads'
import { formatValue, inForce, type Library } from '@kehui/domain/rules'
import { inLang, type Lang, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { packOf } from '../programmes/view.js'
import { regionOf } from '../registry/store-region.js'
import { readValue, type StoredValue } from '../registry/stored-value.js'
import { digestOfEntries } from './find.js'
import { kindOf, type Preview } from './freeze.js'
import type * as Shown from './schema.js'
import {
  findLeadList,
  leadEntries,
  leadLists,
  listEvents,
  type PlacedEntry,
  placesOf,
  reasonCounts,
  type StoredList,
} from './store.js'

export function wordsOf(library: Library, lang: Lang): WordsOf {
  return { library, lang, format: (key, value) => valueText(library, key, value as StoredValue, lang) }
}

function valueText(library: Library, key: string, value: StoredValue, lang: Lang): string {
  const def = library.facts.get(/^(?:企业\.)?([^.@]+)/.exec(key)?.[1] ?? '')
  return def ? formatValue(readValue(value), def, lang, library.places) : JSON.stringify(value)
}

export async function listOr404({ pool }: AppContext, region: number, id: string): Promise<StoredList> {
  const found = await findLeadList(pool, region, id)
  if (!found) throw new HttpError('leads.not-found')
  return found
}

export function listView(list: StoredList, lang: Lang): Shown.LeadList {
  const { leastFen, mostFen, frozenAt, title, ...rest } = list
  const { id, kind, state, programme, mode, benefit, on, version, digest, frozenBy, note, replaces } = rest
  const { examined, leads, excluded, open, unmet } = rest
  return {
    id,
    kind,
    kindText: LEAD_WORDS[kind][lang],
    state,
    stateText: STATE_WORDS[state][lang],
    programme,
    title: inLang(title, lang),
    mode,
    benefit,
    on,
    version,
    digest,
    examined,
    leads,
    excluded,
    open,
    unmet,
    amountFen: { min: leastFen, max: mostFen },
    frozenBy,
    frozenAt: frozenAt.toISOString(),
    note,
    replaces,
  }
}

export async function listsView(context: AppContext, lang: Lang): Promise<Shown.LeadLists> {
  const { pool, library, today } = context
  const lists = await leadLists(pool, await regionOf(pool))
  const standing = new Map(lists.filter(({ state }) => state === 'standing').map((l) => [l.programme, l.id]))
  const on = parseDay(today()) ?? 0
  const programmes = [...library.programmes.values()]
    .filter((programme) => inForce(programme, on))
    .map((programme): Shown.LeadProgramme => {
      const { id, title, mode, benefit, audience } = programme
      const pack = packOf(library, programme)
      const kind = kindOf(programme)
      return {
        id,
        title: inLang(title, lang),
        pack: pack.id,
        packTitle: inLang(pack.title, lang),
        mode,
        benefit,
        kind,
        kindText: LEAD_WORDS[kind][lang],
        audience,
        standing: standing.get(id) ?? null,
      }
    })
  const rank = (kind: string) => (kind === 'lead' ? 0 : 1)
  return {
    items: lists.map((list) => listView(list, lang)),
    programmes: programmes.sort((a, b) => rank(a.kind) - rank(b.kind)),
  }
}

export function previewView(
  { programme, before, found }: Preview,
  on: string,
  lang: Lang,
): Shown.LeadPreview {
  const kind = kindOf(programme)
  const counts = new Map<Exclusion['kind'], number>()
  for (const { reasons } of found.entries)
    for (const one of new Set(reasons?.map((reason) => reason.kind)))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  const { examined, leads, excluded, open, unmet, digest } = found
  return {
    programme: programme.id,
    title: inLang(programme.title, lang),
    kind,
    kindText: LEAD_WORDS[kind][lang],
    on,
    version: programme.version,
    digest,
    examined,
    leads,
    excluded,
    open,
    unmet,
    amountFen: { min: found.leastFen.toString(), max: found.mostFen.toString() },
    reasons: [...counts]
      .map(([of, count]) => ({ kind: of, label: EXCLUSION_WORDS[of][lang], count }))
      .sort((a, b) => b.count - a.count),
    before: before && { id: before.id, on: before.on, leads: before.leads },
  }
}

export async function detailView(context: AppContext, id: string, lang: Lang): Promise<Shown.LeadDetail> {
  const { pool, library } = context
  const region = await regionOf(pool)
  const list = await listOr404(context, region, id)
  const { items } = await leadEntries(pool, region, id)
  const others = (await leadLists(pool, region, list.programme)).filter((other) => other.id !== id)
  const places = await placesOf(pool, region, id)
  const { document, number } = list.source
  return {
    ...listView(list, lang),
    source: [document, number].filter(Boolean).join(' '),
    engine: list.engine,
    intact: digestOfEntries(items) === list.digest,
    reasons: (await reasonCounts(pool, region, id)).map(({ kind, count }) => ({
      kind,
      label: EXCLUSION_WORDS[kind][lang],
      count,
    })),
    places: places.map((place) => ({ value: place, label: library.places.path(place) || place })),
    events: (await listEvents(pool, region, id)).map(({ action, byName, at, note }) => ({
      action,
      by: byName,
      at: at.toISOString(),
      note: action === 'replace' ? null : note,
      list: action === 'replace' ? note : null,
    })),
    actions: LIST_ACTIONS.flatMap((action) => {
      const another = others.some(({ state }) => state === 'standing')
      const may = LIST_MOVES[action].from.includes(list.state) && !(action === 'restore' && another)
      return action !== 'replace' && may ? [action] : []
    }),
    others: others.map((other) => ({
      id: other.id,
      on: other.on,
      frozenAt: other.frozenAt.toISOString(),
      state: other.state,
      stateText: STATE_WORDS[other.state][lang],
    })),
  }
}

export function entryView(library: Library, entry: PlacedEntry, lang: Lang): Shown.LeadEntry {
  const { position, subject, name, creditCode, place, ownerName, reasons, leastFen, mostFen, inputHash } =
    entry
  const words = wordsOf(library, lang)
  return {
    position,
    subject,
    name,
    creditCode,
    place: place === null ? null : library.places.path(place) || place,
    owner: ownerName,
    amountFen: leastFen === null || mostFen === null ? null : { min: leastFen, max: mostFen },
    reasons: (reasons ?? []).map((reason) => ({ kind: reason.kind, text: exclusionText(words, reason) })),
    facts: entry.facts.map(({ key, value, source, observedAt }) => ({
      key,
      label: keyWords(library, key, lang),
      value: valueText(library, key, value, lang),
      source,
      observedAt,
    })),
    inputHash,
  }
}
