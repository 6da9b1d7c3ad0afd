import { UsageError } from './output.js'

/** Arguments as node:util reads them; what it refuses is wrong usage. */
export function parsed<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
