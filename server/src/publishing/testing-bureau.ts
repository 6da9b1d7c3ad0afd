import { type App, buildApp } from '../app.js'
import { type AppContext, createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import type { Role } from '../http/auth.js'
import { readPackFiles } from '../pack-files.js'
import type { DraftDetail, DraftStep } from './schema.js'
import { startLibrary } from './start.js'

export const LIN = '林晓（示例）'
export const CHEN = '陈一诺（示例）'
export const SUBSIDY = 'demo.rd-subsidy'
export const PATH = 'demo/programmes/rd-subsidy.yaml'
export const NOW = '2026-11-24T04:00:00Z'

/** A part of the packs: each text that is put in force loads all of them. */
export const packFiles = readPackFiles().filter(({ path }) => /^(national|demo|guizhou)\//.test(path))
const original = packFiles.find(({ path }) => path === PATH)?.text ?? ''

/** The subsidy with a threshold of 60 万元 in place of 50, and examples on both sides of it. */
export const RAISED = original
  .replaceAll('50 万元, cite', '60 万元, cite')
  .replace('研发费用: 50 万元}', '研发费用: 60 万元}')
  .replace('研发费用: 499999 元}', '研发费用: 599999 元}')

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

export interface Bureau {
  readonly db: TestDatabase
  readonly region: number
  readonly context: AppContext
  readonly app: App
  readonly as: <T = DraftDetail>(
    name: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
    role?: Role,
  ) => Promise<Answer<T>>
  readonly step: (
    name: string,
    draft: Pick<DraftDetail, 'id' | 'revision'>,
    step: DraftStep,
    more?: object,
  ) => Promise<Answer<DraftDetail & { error?: { code: string } }>>
  /** A draft of the raised threshold, submitted. */
  readonly submitted: (by?: string) => Promise<DraftDetail>
  readonly signed: () => Promise<DraftDetail>
}

/** A server of the sample city as it starts, on a database of its own or of one that ran before. */
export async function testBureau(database?: TestDatabase): Promise<Bureau> {
  const db = database ?? (await testDatabase())
  const now = () => new Date(NOW)
  const started = await startLibrary({ pool: db.pool, packFiles, now: now(), progress: () => {} })
  const pack = started.library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const context = createContext({ pool: db.pool, ...started, packFiles, now })
  const app = await buildApp({ context, report: () => {} })
  const as: Bureau['as'] = async (name, method, path, payload, role = 'clerk') => {
    const headers = {
      host: 'localhost',
      'x-kehui-role': role,
      ...(name ? { 'x-kehui-name': encodeURIComponent(name) } : {}),
    }
    const url = `/api/v1${path}`
    const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  const step: Bureau['step'] = (name, { id, revision }, which, more = {}) =>
    as(name, 'POST', `/publishing/drafts/${id}/${which}`, { revision, ...more })
  const submitted: Bureau['submitted'] = async (by = LIN) => {
    const made = (await as(by, 'POST', '/publishing/drafts', { programme: SUBSIDY })).body
    const text = made.text === RAISED ? `${RAISED}# ${made.id}\n` : RAISED
    const { revision } = made
    const saved = await as(by, 'PUT', `/publishing/drafts/${made.id}`, { text, revision })
    return (await step(by, saved.body, 'submit')).body
  }
  const signed: Bureau['signed'] = async () => (await step(CHEN, await submitted(), 'sign')).body
  return { db, region, context, app, as, step, submitted, signed }
}
