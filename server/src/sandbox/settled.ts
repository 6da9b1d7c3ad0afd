import { type Decided, decide, settleGroups, settleRows } from '@kehui/domain/packs/entitlements'
import { inForce, type Library, type Programme, programFor } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import { tableFor } from '../region-columns/index.js'
import type { SandboxRegion } from './region.js'
import type { Reach, SandboxSettled } from './schema.js'

const NOTHING: Reach = { yes: 0, open: 0, leastFen: '0', mostFen: '0', unlimited: 0 }

export interface SettledAsk {
  readonly programme: string
  readonly now: Library
  readonly before: Library
  readonly on: number
  readonly lang: Lang
}

/**
 * What a programme and those that exclude or cap it come to, once each applicant has taken what is best: a text that
 * pays more can make another programme cost less. Kinds of benefit are not added together.
 */
export function settledBy(region: SandboxRegion, ask: SettledAsk): SandboxSettled {
  const { programme, now, before, on, lang } = ask
  const ids = [...new Set([now, before].flatMap((library) => groupOf(library, programme, on)))]
  if (ids.length < 2) return { programmes: [] }
  const [after, earlier] = [now, before].map((library) => reaches(region, library, ids, on))
  return {
    programmes: ids.flatMap((id) => {
      const one = now.programmes.get(id) ?? before.programmes.get(id)
      if (!one) return []
      return {
        id,
        title: inLang(one.title, lang),
        benefit: one.benefit,
        before: earlier?.get(id) ?? NOTHING,
        now: after?.get(id) ?? NOTHING,
      }
    }),
  }
}

/** The programme first, then those that are settled with it and in force. */
function groupOf({ programmes }: Library, id: string, on: number): string[] {
  const own = programmes.get(id)
  if (!own) return []
  const others = [...programmes.values()].filter((other) => other.id !== id && inForce(other, on))
  const group = settleGroups([own, ...others]).find((members) => members.includes(own)) ?? []
  return group.map((member) => member.id)
}

function reaches(
  region: SandboxRegion,
  library: Library,
  ids: readonly string[],
  on: number,
): Map<string, Reach> {
  const programmes = ids.flatMap((id): Programme[] => {
    const programme = library.programmes.get(id)
    return programme ? [programme] : []
  })
  const program = programFor(library, on, programmes)
  const { table } = tableFor(region.columns, program)
  const decided = decide(program, table, ({ bound }) => region.scopeOf(bound.programme).mask)
  for (const group of settleGroups(programmes)) {
    const members = decided.filter((one) => group.some(({ id }) => id === one.programme))
    settleRows(library, members, region.columns.received)
  }
  return new Map(decided.map((one) => [one.programme, reachOf(one)]))
}

function reachOf({ count, kept, met, pays, paidLeast, paidMost }: Decided): Reach {
  let [yes, open, least, most] = [0, 0, 0n, 0n]
  for (let i = 0; i < count; i += 1) {
    if (kept.at(i) === 0) continue
    if (met.at(i) === 1) yes += 1
    else open += 1
    if (!pays) continue
    least += paidLeast.at(i)
    most += paidMost.at(i)
  }
  return { yes, open, leastFen: `${least}`, mostFen: `${most}`, unlimited: 0 }
}
