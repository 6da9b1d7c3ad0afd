/** A search parameter that must be text; anything else is as if it were not there. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
