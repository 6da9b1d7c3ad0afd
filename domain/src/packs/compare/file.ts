import type { Programme } from '../../rules/programme.js'
import { readProgramme } from '../programme.js'
import { Reader } from '../reader.js'
import type { PackSource } from '../source-files.js'
import type { Change } from './change.js'
import { compareProgrammes } from './compare.js'

/**
 * What two texts of one programme's file say differently, read for themselves: facts and places come from what they
 * are loaded with. Null where one cannot be read any more.
 */
export function compareFiles(before: PackSource, after: PackSource): Change[] | null {
  const [old, now] = [programmeIn(before), programmeIn(after)]
  return old && now ? compareProgrammes(old, now) : null
}

function programmeIn({ path, text }: PackSource): Programme | null {
  const reader = new Reader(path, text)
  const file = readProgramme(reader, '')
  if (!file || reader.diagnostics.length > 0) return null
  const { nodes: _, ...programme } = file
  return { ...programme, place: null, version: '' }
}
