import type { PackInfo, Programme } from '../../rules/programme.js'
import type { PlaceIndex } from '../../shared/places.js'
import { divideFen } from './divide.js'
import { weightsOf } from './weights.js'

/** Who pays: the country, a province, a city or a district. `open` where the text names nobody for that place. */
export const LEVELS = ['国家', '省', '市', '区', 'open'] as const
export type Level = (typeof LEVELS)[number]

/** What a line of the amount comes to, and who pays it where the file says so of that line. */
export interface PaidLine {
  readonly payer: string | null
  readonly fen: bigint
}

export interface Funding {
  readonly programme: Pick<Programme, 'shares'>
  readonly pack: Pick<PackInfo, 'level'>
  readonly places: PlaceIndex
  /** Code of the place of whoever is paid. */
  readonly place: string | null
}

/**
 * An amount by who pays it. A line's own payer counts before the programme's shares, and these before the level of
 * the pack. Where limits cut the sum of the lines, each is cut in proportion.
 */
export function byLevel(funding: Funding, fen: bigint, lines: readonly PaidLine[]): Map<Level, bigint> {
  const sum = lines.reduce((total, line) => total + line.fen, 0n)
  const parts =
    sum > 0n && lines.some(({ payer }) => payer !== null)
      ? divideFen(
          fen,
          lines.map((line) => line.fen),
        ).map((part, i) => ({ payer: lines[i]?.payer ?? null, fen: part }))
      : [{ payer: null, fen }]
  const levels = new Map<Level, bigint>()
  const add = (level: Level, more: bigint) => {
    if (more > 0n) levels.set(level, (levels.get(level) ?? 0n) + more)
  }
  let shared = 0n
  for (const part of parts)
    if (part.payer === null) shared += part.fen
    else add(levelOf(part.payer), part.fen)
  for (const [level, part] of shareOut(funding, shared)) add(level, part)
  return levels
}

/** District shares that name no district count everywhere; in a place that none of them names nothing is said. */
function shareOut({ programme, pack, places, place }: Funding, fen: bigint): [Level, bigint][] {
  if (programme.shares.length === 0) return [[pack.level, fen]]
  const found = programme.shares.find(({ where }) => {
    if (where === null) return true
    const [code] = places.find(where)
    return code !== undefined && place !== null && places.within(place, code)
  })
  if (!found || found.shares.size === 0) return [['open', fen]]
  const parts = divideFen(fen, weightsOf([...found.shares.values()]))
  return [...found.shares.keys()].map((name, i) => [levelOf(name), parts[i] ?? 0n])
}

function levelOf(name: string): Level {
  return LEVELS.find((level) => level === name) ?? 'open'
}
