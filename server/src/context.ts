import type { Library } from '@kehui/domain/rules'
import type { Pool } from './database/pool.js'
import { VERSION } from './version.js'

/** What routes and jobs work with. */
export type AppContext = {
  pool: Pool
  /** What is in force. Publishing puts another one in its place, so read it when it is needed and keep no copy. */
  library: Library
  demo: boolean
  version: string
  /** The date in China, where the programmes are: YYYY-MM-DD. */
  today: () => string
  now: () => Date
}

export type ContextOptions = Pick<AppContext, 'pool' | 'library'> & Partial<AppContext>

export function createContext(given: ContextOptions): AppContext {
  const now = given.now ?? (() => new Date())
  return { demo: true, version: VERSION, now, today: () => dateInChina(now()), ...given }
}

function dateInChina(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}
