import { zh } from './zh.js'

/** What is loaded so far: the base, and the areas of the pages that were opened. */
const table: Record<string, string> = { ...zh }

/** Called by the file of an area when the first page that needs it is loaded, before anything of it is drawn. */
export function addArea(area: Readonly<Record<string, string>>): void {
  Object.assign(table, area)
}

export function zhMessage(key: string): string {
  const message = table[key]
  if (message === undefined) throw new Error(`the area of “${key}” is not loaded: import it where it is said`)
  return message
}
