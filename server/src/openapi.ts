import { buildApp } from './app.js'
import { createPool } from './database/pool.js'
import { loadLibrary } from './pack-files.js'

/** The text of docs/openapi.json. No database is asked: routes are described, not called. */
export async function describeOpenApi(): Promise<string> {
  const pool = createPool('postgres://localhost/none')
  const app = await buildApp({ pool, library: loadLibrary() })
  await app.ready()
  const description = app.swagger()
  await app.close()
  await pool.end()
  return `${JSON.stringify(description, null, 2)}\n`
}
