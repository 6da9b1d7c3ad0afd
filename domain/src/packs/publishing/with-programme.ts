import type { Library, Programme } from '../../rules/programme.js'
import type { Diagnostic } from '../../shared/diagnostic.js'
import { programmeProblems } from '../compile-check.js'
import { digest, placeOf } from '../load.js'
import { readProgramme } from '../programme.js'
import { Reader } from '../reader.js'
import { checkProgrammeReferences } from '../references.js'
import type { PackSource } from '../source-files.js'

export type WithProgramme =
  | { readonly ok: true; readonly library: Library; readonly programme: Programme }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * A library with one programme file in place of another or beside the others, without loading all anew: a person who
 * writes is answered at once. What is published is loaded whole. The version is that of the text alone.
 */
export function withProgramme(library: Library, pack: string, source: PackSource): WithProgramme {
  const reader = new Reader(source.path, source.text)
  const file = readProgramme(reader, pack)
  if (file === null || reader.diagnostics.length > 0) return refused(reader)
  const { nodes, ...rest } = file
  const place = placeOf(library.packs.get(pack))
  const programme: Programme = { ...rest, place, version: digest([source.text]) }
  const others = [...library.programmes.values()].filter(({ at }) => at.file !== source.path)
  if (others.some(({ id }) => id === programme.id))
    reader.refuse(nodes.id, 'programme.twice', `There already is a programme “${programme.id}”`)
  const changed: Library = { ...library, programmes: inOrder(others, programme) }
  checkProgrammeReferences(reader, file, changed)
  if (reader.diagnostics.length > 0) return refused(reader)
  const problems = programmeProblems(changed, programme)
  return problems.length > 0
    ? { ok: false, diagnostics: problems }
    : { ok: true, library: changed, programme }
}

function refused(reader: Reader): WithProgramme {
  return { ok: false, diagnostics: reader.diagnostics }
}

/** In the order in which whole packs load: by pack, then by path. */
function inOrder(others: readonly Programme[], programme: Programme): Map<string, Programme> {
  const next = others.findIndex(({ pack, at }) => pack === programme.pack && at.file > programme.at.file)
  const last = others.findLastIndex(({ pack }) => pack === programme.pack)
  const place = next >= 0 ? next : last + 1
  const all = [...others.slice(0, place), programme, ...others.slice(place)]
  return new Map(all.map((one) => [one.id, one]))
}
