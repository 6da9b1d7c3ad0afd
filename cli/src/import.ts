import { type Output, RefusedError } from './output.js'

export async function runImport(_args: string[], _out: Output): Promise<number> {
  throw new RefusedError('Tables cannot be read yet')
}
