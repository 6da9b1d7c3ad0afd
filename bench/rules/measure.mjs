export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function round(value) {
  return Math.round(value * 1000) / 1000
}

/** Processor time of all threads, in milliseconds, and what came out. */
export async function cpuOf(run) {
  const before = process.cpuUsage()
  const value = await run()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, value }
}

/** Several ways of the same, one after the other and again, so that a busy machine is busy for all: their medians. */
export async function interleaved(rounds, ways) {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  const values = {}
  for (let i = 0; i < rounds; i += 1)
    for (const [name, run] of Object.entries(ways)) {
      const { ms, value } = await cpuOf(run)
      times[name].push(ms)
      values[name] = value
    }
  const ms = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
  return { ms, values }
}
