import type { Library, Subject } from '@kehui/domain/rules'
import { RefusedError } from './output.js'

export async function subjectsOfTable(_library: Library, file: string): Promise<Subject[]> {
  throw new RefusedError(`“${file}”: tables cannot be read yet`)
}
