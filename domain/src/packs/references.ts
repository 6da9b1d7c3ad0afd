import type { Library } from '../rules/programme.js'
import { suggest } from '../shared/suggest.js'
import { checkConsistency } from './consistency.js'
import type { ProgrammeFile } from './programme.js'
import type { Reader } from './reader.js'

/** What can be seen only once all packs are read: names of other programmes, facts and districts, and contradictions. */
export function checkProgrammeReferences(reader: Reader, file: ProgrammeFile, library: Library): void {
  checkOthers(reader, file, library)
  checkConsumed(reader, file, library)
  checkStanding(reader, file, library)
  checkDistricts(reader, file, library)
  checkIndustries(reader, file, library)
  checkConsistency(reader, file, library)
}

function checkOthers(reader: Reader, file: ProgrammeFile, { programmes }: Library): void {
  for (const other of file.excludes.flatMap((e) => e.with)) {
    if (!programmes.has(other))
      reader.refuse(file.nodes.excludes, 'programme.excludes', `There is no programme “${other}”`, {
        expected: 'the id of a programme that is loaded too',
        suggestion: suggest(other, programmes.keys()),
      })
  }
}

function checkConsumed(reader: Reader, file: ProgrammeFile, { packs, facts, records }: Library): void {
  const chain = packs.get(file.pack)?.chain ?? []
  for (const name of file.consumes) {
    const known = facts.get(name) ?? records.get(name)
    if (!known || !chain.includes(known.pack))
      reader.refuse(file.nodes.consumes, 'programme.consumes', `“${name}” is no fact or record`, {
        expected: 'what may be counted once only: a fact or a kind of record',
        suggestion: suggest(name, [...facts.keys(), ...records.keys()]),
      })
  }
}

function checkStanding(reader: Reader, file: ProgrammeFile, { facts }: Library): void {
  for (const { text } of file.standing) {
    const fact = facts.get(text)
    if (fact && fact.negative === null)
      reader.refuse(file.nodes.standing, 'programme.standing', `“${text}” is no negative fact`, {
        expected: 'a fact with “negative: {source, max-age}”; other conditions stand under “need”',
        suggestion: suggest(
          text,
          [...facts.values()].filter((f) => f.negative).map((f) => f.name),
        ),
      })
  }
}

function checkDistricts(reader: Reader, file: ProgrammeFile, { places }: Library): void {
  for (const { where } of file.shares) {
    const codes = where === null ? [] : places.find(where)
    if (where === null || codes.length === 1) continue
    const [candidate] = codes.map((c) => places.path(c))
    reader.refuse(file.nodes.shares, 'programme.shares', `“${where}” is no one place`, {
      expected: 'the name with its city or province',
      suggestion: candidate ?? places.suggest(where) ?? undefined,
    })
  }
}

function checkIndustries(reader: Reader, file: ProgrammeFile, { facts, industry }: Library): void {
  const options = [...(facts.get(industry ?? '')?.options.keys() ?? [])]
  for (const name of file.industries)
    if (!options.includes(name))
      reader.refuse(file.nodes.industries, 'programme.industries', `“${name}” is no industry`, {
        expected:
          options.join(', ') || 'a line “industry: NAME” in facts.yaml, naming the fact that lists them',
        suggestion: suggest(name, options),
      })
}
