/** Names that differ only in width, blanks and brackets are one name. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s()（）·・]/g, '')
    .toLowerCase()
}

/** Of those entered twice, whom each repeats: by code first, and by name where it is the same but for how it is written. */
export function repeatedOf<T extends { readonly name: string; readonly creditCode: string | null }>(
  all: readonly T[],
): Map<T, T> {
  const seen = new Map<string, T>()
  const repeats = new Map<T, T>()
  for (const one of all) {
    const keys = [
      `name ${plainName(one.name)}`,
      ...(one.creditCode === null ? [] : [`code ${one.creditCode}`]),
    ]
    const first = keys.map((key) => seen.get(key)).find((found) => found !== undefined)
    if (first) repeats.set(one, first)
    for (const key of keys) if (!seen.has(key)) seen.set(key, one)
  }
  return repeats
}
