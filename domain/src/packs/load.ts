import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ChainPlan } from '../registry/chain/plan.js'
import type { FactDef, RecordDef } from '../rules/facts.js'
import type { Ladder } from '../rules/ladder.js'
import type { Library, PackInfo, Programme } from '../rules/programme.js'
import type { Diagnostic } from '../shared/diagnostic.js'
import type { PlaceIndex } from '../shared/places.js'
import { shippedPlaces } from '../shared/places.js'
import { suggest } from '../shared/suggest.js'
import { readChains } from './chains/read-chains.js'
import { compileProblems } from './compile-check.js'
import { type FactsFile, readFacts } from './facts.js'
import { checkLadder, type LadderFile, readLadders } from './ladders/read-ladders.js'
import { type PackFile, readPack } from './pack.js'
import { type ProgrammeFile, readProgramme } from './programme.js'
import { type RankingFile, rankingFrom, readRanking } from './ranking/read-ranking.js'
import { Reader } from './reader.js'
import { checkProgrammeReferences } from './references.js'
import { type PackSource, type PackSources, sortSources } from './source-files.js'
import { readVocabulary } from './vocabulary.js'

export type Loaded =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** One pack as its files say it, each with the reader that knows the places in it. */
interface Draft {
  readonly sources: PackSources
  readonly pack: PackFile & { readonly reader: Reader }
  readonly facts: (FactsFile & { readonly reader: Reader }) | null
  readonly ladders: { readonly file: readonly LadderFile[]; readonly reader: Reader } | null
  readonly chains: { readonly file: readonly ChainPlan[]; readonly reader: Reader } | null
  readonly ranking: { readonly file: readonly RankingFile[]; readonly reader: Reader } | null
  readonly programmes: readonly {
    readonly file: ProgrammeFile
    readonly reader: Reader
    readonly source: PackSource
  }[]
}

/** Loads packs together. Nothing loads where anything in any of them is wrong; then every problem is told with its place. */
export function loadPacks(files: readonly PackSource[]): Loaded {
  const diagnostics: Diagnostic[] = []
  const drafts = sortSources(files, diagnostics).flatMap((sources) => readDraft(sources, diagnostics))
  if (files.length === 0)
    diagnostics.push({
      file: '',
      line: 1,
      column: 1,
      code: 'pack.none',
      severity: 'error',
      message: 'There are no pack files',
    })
  if (diagnostics.length > 0) return refused(diagnostics)
  const readers = drafts.flatMap((d) => [
    d.pack.reader,
    ...[d.facts, d.ladders, d.chains, d.ranking].flatMap((file) => (file ? [file.reader] : [])),
    ...d.programmes.map((p) => p.reader),
  ])
  const library = assemble(drafts)
  for (const reader of readers) diagnostics.push(...reader.diagnostics)
  if (diagnostics.length === 0)
    diagnostics.push(
      ...compileProblems(
        library,
        drafts.flatMap((d) => (d.facts ? [d.facts] : [])),
      ),
    )
  return diagnostics.length > 0 ? refused(diagnostics) : { ok: true, library }
}

function refused(diagnostics: readonly Diagnostic[]): Loaded {
  const keys = new Set<string>()
  const once = diagnostics.filter((d) => {
    const key = `${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`
    return !keys.has(key) && keys.add(key)
  })
  return {
    ok: false,
    diagnostics: once.sort((a, b) =>
      a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
    ),
  }
}

function readDraft(sources: PackSources, diagnostics: Diagnostic[]): Draft[] {
  const packReader = new Reader(sources.pack.path, sources.pack.text)
  const pack = readPack(packReader)
  const id = pack?.info.id ?? ''
  const factsReader = sources.facts && new Reader(sources.facts.path, sources.facts.text)
  const facts =
    factsReader && (factsReader.root === null ? null : { ...readFacts(factsReader, id), reader: factsReader })
  const ladders = readAside(sources.ladders, (reader) => readLadders(reader, id))
  const chains = readAside(sources.chains, (reader) => readChains(reader, id))
  const ranking = readAside(sources.matching, (reader) => readRanking(reader, id))
  const programmes = sources.programmes.map((source) => {
    const reader = new Reader(source.path, source.text)
    return { source, reader, file: readProgramme(reader, id) }
  })
  const problems = [
    packReader,
    ...(factsReader ? [factsReader] : []),
    ...[ladders, chains, ranking].flatMap((file) => (file ? [file.reader] : [])),
    ...programmes.map((p) => p.reader),
  ].flatMap((r) => r.diagnostics)
  const words = sources.vocabulary && readVocabulary(sources.vocabulary)
  if (words?.ok === false) problems.push(...words.diagnostics)
  diagnostics.push(...problems)
  if (!pack || problems.length > 0) return []
  return [
    {
      sources,
      pack: { ...pack, reader: packReader },
      facts,
      ladders,
      chains,
      ranking,
      programmes: programmes.flatMap(({ file, ...rest }) => (file ? [{ file, ...rest }] : [])),
    },
  ]
}

/** A file that a pack may have beside its programmes. */
function readAside<T>(
  source: PackSource | null,
  read: (reader: Reader) => readonly T[],
): { readonly file: readonly T[]; readonly reader: Reader } | null {
  if (source === null) return null
  const reader = new Reader(source.path, source.text)
  return { reader, file: reader.root === null ? [] : read(reader) }
}

function assemble(drafts: readonly Draft[]): Library {
  const packs = assemblePacks(drafts)
  const places = assemblePlaces(drafts)
  const resolved = new Map([...packs].map(([id, info]) => [id, resolvePlace(info, drafts, places)]))
  const { facts, records, englishNames } = assembleFacts(drafts)
  const programmes = assembleProgrammes(drafts, resolved)
  const founded = drafts.map((d) => d.facts?.founded ?? null).find((f) => f !== null) ?? null
  const industry = drafts.map((d) => d.facts?.industry ?? null).find((f) => f !== null) ?? null
  const registers = [...new Set(drafts.flatMap((d) => d.facts?.registers ?? []))]
  const standing = assembleStanding(drafts)
  const shared = { facts, records, englishNames, places, founded, industry, registers, standing }
  const library: Library = {
    packs: resolved,
    programmes,
    ladders: assembleLadders(drafts),
    chains: drafts.flatMap(({ chains }) => chains?.file ?? []),
    ranking: assembleRanking(drafts, resolved, places),
    ...shared,
  }
  checkReferences(drafts, library)
  return library
}

function assembleRanking(
  drafts: readonly Draft[],
  packs: ReadonlyMap<string, PackInfo>,
  places: PlaceIndex,
): Library['ranking'] {
  const files = new Map(
    drafts.flatMap(({ ranking }) =>
      ranking ? ranking.file.map((file) => [file.pack, { file, reader: ranking.reader }] as const) : [],
    ),
  )
  return new Map(
    [...packs].map(([id, { chain }]) => [
      id,
      rankingFrom(
        [...chain].reverse().flatMap((one) => files.get(one) ?? []),
        places,
      ),
    ]),
  )
}

function assembleLadders(drafts: readonly Draft[]): Library['ladders'] {
  const found = new Map<string, Ladder>()
  for (const { ladders } of drafts)
    for (const { ladder, node } of ladders?.file ?? []) {
      if (found.has(ladder.id))
        ladders?.reader.refuse(node, 'ladder.twice', `There already is a ladder “${ladder.id}”`)
      found.set(ladder.id, ladder)
    }
  return found
}

/** The first pack that says what it is that exists no longer says so for all; what bars adds up. */
function assembleStanding(drafts: readonly Draft[]): Library['standing'] {
  const rules = drafts.flatMap((d) => d.facts?.standing?.rule ?? [])
  const first = rules.find(({ status }) => status !== null)
  return {
    status: first?.status ?? null,
    ended: first?.ended ?? [],
    barred: [...new Set(rules.flatMap(({ barred }) => barred))],
  }
}

function assemblePacks(drafts: readonly Draft[]): Map<string, PackInfo> {
  const packs = new Map<string, PackInfo>()
  for (const { pack } of drafts) {
    if (packs.has(pack.info.id))
      pack.reader.refuse(pack.node, 'pack.twice', `There already is a pack “${pack.info.id}”`)
    packs.set(pack.info.id, pack.info)
  }
  for (const { pack } of drafts) packs.set(pack.info.id, { ...pack.info, chain: chainOf(pack, packs) })
  return packs
}

function chainOf(pack: Draft['pack'], packs: ReadonlyMap<string, PackInfo>): string[] {
  const chain = [pack.info.id]
  let next = pack.info.extends
  while (next !== null) {
    const base = packs.get(next)
    if (!base) {
      pack.reader.refuse(
        pack.extendsNode,
        'pack.extends',
        `There is no pack “${next}” among those that are loaded`,
        { suggestion: suggest(next, packs.keys()) },
      )
      break
    }
    if (chain.includes(next)) {
      pack.reader.refuse(pack.extendsNode, 'pack.circular', `“${next}” extends this pack in turn`)
      break
    }
    chain.push(next)
    next = base.extends
  }
  return chain
}

function assemblePlaces(drafts: readonly Draft[]): PlaceIndex {
  const added = drafts.flatMap((d) => d.pack.places.map((place) => ({ ...place, reader: d.pack.reader })))
  const shipped = shippedPlaces()
  const codes = new Set(added.map((p) => p.code))
  const good = added.filter(({ code, parent, node, reader }) => {
    if (parent !== null && !codes.has(parent) && shipped.name(parent) === '') {
      reader.refuse(node, 'pack.place-parent', `There is no place ${parent}`)
      return false
    }
    if (shipped.name(code) !== '')
      reader.refuse(node, 'pack.place-twice', `${code} already is ${shipped.path(code)}`)
    return shipped.name(code) === ''
  })
  return good.length > 0
    ? shipped.add(good.map(({ code, name, parent }) => ({ code, name, parent })))
    : shipped
}

function resolvePlace(info: PackInfo, drafts: readonly Draft[], places: PlaceIndex): PackInfo {
  if (info.appliesTo === null) return info
  const codes = places.find(info.appliesTo)
  const [code] = codes
  if (code !== undefined && codes.length === 1) return { ...info, appliesCode: code }
  const pack = drafts.find((d) => d.pack.info.id === info.id)?.pack
  const message =
    code === undefined
      ? `“${info.appliesTo}” is no place that is known`
      : `“${info.appliesTo}” can be ${codes.map((c) => places.path(c)).join(', ')}`
  pack?.reader.refuse(pack.appliesNode, 'pack.place', message, {
    suggestion: code === undefined ? (places.suggest(info.appliesTo) ?? undefined) : places.path(code),
  })
  return info
}

function assembleFacts(drafts: readonly Draft[]): Pick<Library, 'facts' | 'records' | 'englishNames'> {
  const facts = new Map<string, FactDef>()
  const records = new Map<string, RecordDef>()
  const englishNames = new Map<string, string>()
  const names = new Set<string>()
  for (const draft of drafts) {
    const { facts: file } = draft
    for (const { def, node } of [...(file?.facts ?? []), ...(file?.records ?? [])]) {
      for (const name of new Set([def.name, def.en])) {
        if (names.has(name))
          file?.reader.refuse(node, 'fact.twice', `There already is a fact or record “${name}”`)
        names.add(name)
      }
      englishNames.set(def.en, def.name)
    }
    for (const { def } of file?.facts ?? []) facts.set(def.name, def)
    for (const { def } of file?.records ?? []) records.set(def.name, def)
  }
  return { facts, records, englishNames }
}

function assembleProgrammes(
  drafts: readonly Draft[],
  packs: ReadonlyMap<string, PackInfo>,
): Map<string, Programme> {
  const programmes = new Map<string, Programme>()
  const inherited = new Map<string, string>()
  for (const { pack, sources } of drafts)
    inherited.set(pack.info.id, digest([sources.pack.text, sources.facts?.text ?? '']))
  for (const draft of drafts) {
    const info = packs.get(draft.pack.info.id)
    for (const { file, reader, source } of draft.programmes) {
      const { nodes, ...programme } = file
      if (programmes.has(programme.id))
        reader.refuse(nodes.id, 'programme.twice', `There already is a programme “${programme.id}”`)
      const place = placeOf(info)
      const version = digest([source.text, ...(info?.chain ?? []).map((id) => inherited.get(id) ?? '')])
      programmes.set(programme.id, { ...programme, place, version })
    }
  }
  return programmes
}

/** Where the programmes of a pack apply. */
export function placeOf(info: PackInfo | undefined): Programme['place'] {
  return info?.appliesTo != null && info.appliesCode !== null
    ? { name: info.appliesTo, code: info.appliesCode }
    : null
}

export function digest(texts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(texts.map((t) => `${t.length}:${t}`).join(''))))
}

/** What can be seen only once all packs are read. */
function checkReferences(drafts: readonly Draft[], library: Library): void {
  for (const { programmes, facts, ladders } of drafts) {
    for (const { file, reader } of programmes) checkProgrammeReferences(reader, file, library)
    for (const file of ladders?.file ?? []) if (ladders) checkLadder(ladders.reader, file, library)
    if (facts?.standing) checkStandingFacts(facts.reader, facts.standing, library)
    for (const { def, node } of facts?.facts ?? []) {
      const whole = def.within === null ? undefined : library.facts.get(def.within)
      if (def.within !== null && whole?.dimension !== def.dimension)
        facts?.reader.refuse(node, 'fact.within', `“${def.within}” is no fact in the unit of “${def.name}”`)
    }
  }
}

function checkStandingFacts(
  reader: Reader,
  { rule, node }: NonNullable<FactsFile['standing']>,
  { facts }: Library,
): void {
  const { status, ended, barred } = rule
  const fact = status === null ? undefined : facts.get(status)
  if (status !== null && fact?.type !== 'choice')
    reader.refuse(node, 'facts.standing', `“${status}” is no fact with options`, {
      expected: 'status: the choice fact that says whether a company still exists',
      suggestion: suggest(
        status,
        [...facts.values()].filter((f) => f.type === 'choice').map((f) => f.name),
      ),
    })
  const unknown = fact?.type === 'choice' ? ended.find((option) => !fact.options.has(option)) : undefined
  if (unknown !== undefined)
    reader.refuse(node, 'facts.standing', `“${unknown}” is no option of “${status}”`, {
      expected: [...(fact?.options.keys() ?? [])].join(', '),
      suggestion: suggest(unknown, fact?.options.keys() ?? []),
    })
  for (const name of barred)
    if (facts.get(name)?.negative == null)
      reader.refuse(node, 'facts.standing', `“${name}” is no negative fact`, {
        expected: 'facts with “negative: {source, max-age}”',
        suggestion: suggest(
          name,
          [...facts.values()].filter((f) => f.negative).map((f) => f.name),
        ),
      })
}
