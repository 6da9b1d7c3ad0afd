import Type, { type Static } from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { ping } from '../database/pool.js'

export const Health = Type.Object({
  status: Type.Literal('ok'),
  version: Type.String(),
  demo: Type.Boolean({ description: 'The data are samples and the role can be switched.' }),
})
export type Health = Static<typeof Health>

export async function healthRoutes(app: App, { pool, version, demo }: AppContext): Promise<void> {
  const schema = { summary: 'Whether the server and its database answer', response: { 200: Health } }
  app.get('/health', { schema }, async () => {
    await ping(pool)
    return { status: 'ok' as const, version, demo }
  })
}
