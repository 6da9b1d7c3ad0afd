import { type AppContext, createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'

export const TODAY = '2026-11-24'
export const library = loadLibrary()

export interface TestRegion {
  readonly db: TestDatabase
  readonly region: number
  /** Another day or library may be put in its place. */
  readonly context: AppContext & { on: string }
}

/** An empty region of the sample city. */
export async function testRegion(): Promise<TestRegion> {
  const db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const context = { ...createContext({ pool: db.pool, library }), on: TODAY }
  context.today = () => context.on
  return { db, region, context }
}
