import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const TEST_REPORT = join(ROOT, '.cache', 'test-report.json')

const OLDEST = [20, 19]

/** Called before anything that an older Node could not read. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  process.stderr.write(`Kehui needs Node ${OLDEST.join('.')} or newer; this is ${process.version}.\n`)
  process.exit(1)
}
