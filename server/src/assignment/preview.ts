import { type RoundKind, SIDE_NAMES, type Side, type SideMember } from '@kehui/domain/cases/assignment'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { ReadFile } from './read-file.js'
import type { RoundPreview } from './schema.js'

const FIRST = 5
const SHOWN_PROBLEMS = 200

/** What a file says, before anything of it is written. */
export function previewOf(
  read: ReadFile,
  { kind, fileName, candidates, lang }: { kind: RoundKind; fileName: string; candidates: number; lang: Lang },
): RoundPreview {
  const side = (one: Side) => ({
    name: inLang(SIDE_NAMES[kind][one], lang),
    ...sideOf(read.sides[one]),
    wishes: read.said[one].liking.length,
  })
  return {
    fileName,
    left: side('left'),
    right: side('right'),
    candidates,
    problems: read.problems.slice(0, SHOWN_PROBLEMS).map((one) => ({
      ...one,
      message: inLang(one.message, lang),
    })),
    problemCount: read.problems.length,
    notes: read.notes.map((note) => inLang(note, lang)),
  }
}

function sideOf(members: readonly SideMember[]) {
  const counties = new Map<string | null, number>()
  for (const { county } of members) counties.set(county, (counties.get(county) ?? 0) + 1)
  return {
    members: members.length,
    capacity: members.reduce((total, { capacity }) => total + capacity, 0),
    counties: [...counties]
      .map(([county, count]) => ({ county, members: count }))
      .sort((a, b) => b.members - a.members)
      .slice(0, 50),
    first: members.slice(0, FIRST).map(({ code, name, county, capacity, fields }) => ({
      code,
      name,
      county,
      capacity,
      fields: [...fields],
    })),
  }
}
