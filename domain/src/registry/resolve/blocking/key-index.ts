/** Records by their keys: for each key, which records have it. */
export interface KeyIndex {
  readonly records: number
  /** Numbers of the records that share most with these keys, rare keys first; at most so many. */
  find(keys: readonly string[], most: number): number[]
}

/** Records looked at for one query; common keys are passed over once as many have been seen. */
const BUDGET = 20_000
/** A few keys are looked up however common they are: a name may have no rare ones. */
const ALWAYS = 2

/** Keys are given once a record, in order; typed arrays hold what a hundred thousand records have. */
export function keyIndex(keysOfRecords: Iterable<readonly string[]>): KeyIndex {
  const slots = new Map<string, number>()
  const counts: number[] = []
  const flat: number[] = []
  const ends: number[] = []
  for (const keys of keysOfRecords) {
    for (const key of keys) {
      let slot = slots.get(key)
      if (slot === undefined) {
        slot = slots.size
        slots.set(key, slot)
        counts.push(0)
      }
      counts[slot] = (counts[slot] ?? 0) + 1
      flat.push(slot)
    }
    ends.push(flat.length)
  }
  const { starts, postings } = sorted(counts, flat, ends)
  const records = ends.length
  const weights = new Float32Array(records)

  function find(keys: readonly string[], most: number): number[] {
    const known = keys
      .flatMap((key) => slots.get(key) ?? [])
      .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
    const touched: number[] = []
    let seen = 0
    for (const [nth, slot] of known.entries()) {
      const count = counts[slot] ?? 0
      if (nth >= ALWAYS && seen + count > BUDGET) break
      seen += count
      const weight = Math.log(1 + records / count)
      for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at += 1) {
        const record = postings[at] ?? 0
        if (weights[record] === 0) touched.push(record)
        weights[record] = (weights[record] ?? 0) + weight
      }
    }
    const found = heaviest(touched, weights, most)
    for (const record of touched) weights[record] = 0
    return found
  }
  return { records, find }
}

function sorted(counts: readonly number[], flat: readonly number[], ends: readonly number[]) {
  const starts = new Uint32Array(counts.length + 1)
  for (const [slot, count] of counts.entries()) starts[slot + 1] = (starts[slot] ?? 0) + count
  const next = starts.slice()
  const postings = new Uint32Array(flat.length)
  let at = 0
  for (const [record, end] of ends.entries())
    for (; at < end; at += 1) {
      const slot = flat[at] ?? 0
      postings[next[slot] ?? 0] = record
      next[slot] = (next[slot] ?? 0) + 1
    }
  return { starts, postings }
}

const BINS = 256

/** The heaviest, without sorting the rest: a query touches thousands and wants some dozens. */
function heaviest(touched: readonly number[], weights: Float32Array, most: number): number[] {
  let chosen = touched
  if (touched.length > most) {
    let top = 0
    for (const record of touched) top = Math.max(top, weights[record] ?? 0)
    const bin = (record: number) => Math.min(BINS - 1, Math.floor(((weights[record] ?? 0) / top) * BINS))
    const filled = new Uint32Array(BINS)
    for (const record of touched) filled[bin(record)] = (filled[bin(record)] ?? 0) + 1
    let least = BINS
    for (let sum = 0; sum < most && least > 0; sum += filled[least] ?? 0) least -= 1
    chosen = touched.filter((record) => bin(record) >= least)
  }
  return [...chosen].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, most)
}
