import { EMPTY_DEMAND } from '@kehui/domain/cases'
import { type App, buildApp } from '../app.js'
import { type AppContext, createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import type { DemandContent } from '../demands/schema.js'
import { loadLibrary } from '../pack-files.js'

export type TestRole = 'manager' | 'clerk' | 'service-team'
const NAMES: Record<TestRole, string> = {
  manager: '王示例',
  clerk: '林晓（示例）',
  'service-team': '周舟（示例）',
}

export interface Sides {
  readonly db: TestDatabase
  readonly app: App
  readonly context: AppContext
  region: number
  today: string
  seeker: string
  provider: string
  send(
    role: TestRole,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: object,
  ): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>
  company(name: string): Promise<string>
  close(): Promise<void>
}

/** A need’s company and somebody who may answer it, on an empty database of the sample city. */
export async function twoSides(): Promise<Sides> {
  const db = await testDatabase()
  const library = loadLibrary()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const sides = { today: '2026-11-25' }
  const context = createContext({
    pool: db.pool,
    library,
    now: () => new Date(`${sides.today}T04:00:00Z`),
  })
  const app = await buildApp({ context })
  const send: Sides['send'] = async (role, method, path, payload) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: 'localhost',
        'x-kehui-role': role,
        'x-kehui-name': encodeURIComponent(NAMES[role]),
      },
      ...(payload ? { payload } : {}),
    })
    return { status: response.statusCode, body: response.json() }
  }
  const company = async (name: string) => {
    const made = await send('manager', 'POST', '/subjects', { name, audience: 'enterprise', place: '云麓区' })
    return made.body.id as string
  }
  return Object.assign(sides, {
    db,
    app,
    context,
    region,
    seeker: await company('云川焊接技术有限公司（示例）'),
    provider: await company('青禾材料研究有限公司（示例）'),
    send,
    company,
    close: async () => {
      await app.close()
      await db.drop()
    },
  })
}

export const NEED: DemandContent = {
  ...EMPTY_DEMAND,
  title: '云川焊接技术求薄板焊接工艺',
  problem: '厚度 2 mm 的铝合金薄板激光焊接之后，焊缝强度只有母材的六成，凤凰项目要求不低于 80%。',
  contact: '王示例 13800000000',
  secrets: ['凤凰项目'],
}

/** A published need of the seeker; its id. */
export async function published(sides: Sides, content: DemandContent = NEED): Promise<string> {
  const { body } = await sides.send('manager', 'POST', `/subjects/${sides.seeker}/demands`, { content })
  const done = await sides.send('manager', 'POST', `/demands/${body.id}/actions?as=${sides.seeker}`, {
    action: 'publish',
  })
  if (done.body.state !== 'published') throw new Error(JSON.stringify(done.body))
  return body.id
}
