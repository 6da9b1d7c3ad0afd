/** What finds subjects by their whole names, in the index: a condition beside `name = ANY ($n)`. */
export function isNamed(names: string): string {
  return `hashtext(name) = ANY (ARRAY(SELECT hashtext(n) FROM unnest(${names}::text[]) AS n))`
}
