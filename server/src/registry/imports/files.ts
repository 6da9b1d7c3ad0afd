import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AppContext } from '../../context.js'

type Files = Pick<AppContext, 'files'>

/** Where an uploaded file lies until it was imported; ids are UUIDs, so that no name leads elsewhere. */
export function importPath({ files }: Files, id: string): string {
  mkdirSync(files, { recursive: true, mode: 0o700 })
  return join(files, `${id}.data`)
}

export function errorsPath({ files }: Files, id: string): string {
  return join(files, `${id}.errors.csv`)
}
