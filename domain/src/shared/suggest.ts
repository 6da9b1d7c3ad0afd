/** The name that the writer most likely meant, or undefined where none is near. */
export function suggest(wanted: string, names: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 2))
  let best: string | undefined
  let longer: string | undefined
  let bestDistance = limit + 1
  for (const name of names) {
    // What was cut short is far from the whole by distance.
    if (wanted.length >= 3 && name.toLowerCase().startsWith(wanted.toLowerCase())) longer ??= name
    if (Math.abs(name.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      bestDistance = distance
      best = name
    }
  }
  return best ?? longer
}

/** Optimal string alignment distance, given up (as `limit`) once it cannot be below `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let d = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (before[j - 2] ?? 0) + 1)
      row.push(d)
    }
    if (Math.min(...row) >= limit) return limit
    before = previous
    previous = row
  }
  return previous[b.length] ?? limit
}
