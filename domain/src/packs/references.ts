import type { Library } from '../rules/programme.js'
import { suggest } from '../shared/suggest.js'
import type { ProgrammeFile } from './programme.js'
import type { Reader } from './reader.js'

/** Names of other programmes, of what is consumed and of districts. */
export function checkProgrammeReferences(reader: Reader, file: ProgrammeFile, library: Library): void {
  const chain = library.packs.get(file.pack)?.chain ?? []
  for (const other of file.excludes.flatMap((e) => e.with)) {
    const unknown = !library.programmes.has(other)
    if (unknown)
      reader.refuse(file.nodes.excludes, 'programme.excludes', `There is no programme “${other}”`, {
        suggestion: suggest(other, library.programmes.keys()),
      })
  }
  for (const name of file.consumes) {
    const known = library.facts.get(name) ?? library.records.get(name)
    if (!known || !chain.includes(known.pack))
      reader.refuse(file.nodes.consumes, 'programme.consumes', `“${name}” is no fact or record`, {
        suggestion: suggest(name, [...library.facts.keys(), ...library.records.keys()]),
      })
  }
  for (const { where } of file.shares) {
    if (where !== null && library.places.find(where).length !== 1)
      reader.refuse(reader.root, 'programme.shares', `“${where}” is no one place`)
  }
  checkIndustries(reader, file, library)
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
