import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportMapping } from '@kehui/domain/registry/imports'
import { type App, buildApp } from '../../app.js'
import type { ContextOptions } from '../../context.js'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { loadLibrary } from '../../pack-files.js'
import type { LoadResult, ResourceImport } from './schema.js'

const CLERK = { 'x-kehui-role': 'clerk' }

export interface TestRegistry {
  readonly db: TestDatabase
  readonly app: App
  readonly region: number
  upload(content: string | Buffer, name?: string): Promise<string>
  /** Uploads and reads in a file; how it ended. */
  import(content: string | Buffer, mapping: ImportMapping): Promise<ResourceImport>
  /** As above, where nothing is to fail. */
  load(content: string | Buffer, mapping: ImportMapping): Promise<LoadResult & { readonly id: string }>
  undo(id: string): Promise<void>
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<{ status: number; body: T }>
  end(): Promise<void>
}

export async function testRegistry(options: Partial<ContextOptions> = {}): Promise<TestRegistry> {
  const db = await testDatabase()
  const library = loadLibrary()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const app = await buildApp({ pool: db.pool, library, ...options })
  const inject = (
    method: 'GET' | 'POST',
    path: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...CLERK, ...headers },
      ...(payload === undefined ? {} : { payload: payload as string }),
    })
  const get = async <T>(path: string): Promise<T> => {
    const { statusCode, body } = await inject('GET', path)
    if (statusCode !== 200) throw new Error(body)
    return JSON.parse(body) as T
  }
  const upload: TestRegistry['upload'] = async (content, name = 'table.csv') => {
    const { statusCode, body } = await inject('POST', '/resource-imports', content, {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    })
    if (statusCode !== 200) throw new Error(body)
    return (JSON.parse(body) as ResourceImport).id
  }
  const run: TestRegistry['import'] = async (content, mapping) => {
    const id = await upload(content)
    const { statusCode, body } = await inject('POST', `/resource-imports/${id}/commit`, { mapping })
    if (statusCode !== 202) throw new Error(body)
    for (;;) {
      const item = await get<ResourceImport>(`/resource-imports/${id}`)
      if (item.status !== 'running') return item
      await sleep(20)
    }
  }
  return {
    db,
    app,
    region,
    upload,
    import: run,
    load: async (content, mapping) => {
      const { id, status, result } = await run(content, mapping)
      if (status !== 'committed' || result === null || 'failure' in result)
        throw new Error(`the import ended ${status}: ${JSON.stringify(result)}`)
      return { ...result, id }
    },
    undo: async (id) => {
      const { statusCode, body } = await inject('POST', `/resource-imports/${id}/undo`)
      if (statusCode !== 200) throw new Error(body)
    },
    get,
    post: async <T>(path: string, body: unknown) => {
      const answer = await inject('POST', path, body)
      return { status: answer.statusCode, body: JSON.parse(answer.body) as T }
    },
    end: async () => {
      await app.close()
      await db.drop()
    },
  }
}
