import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { KINDS } from '../../domain/dist/registry/kinds/index.js'
import { checkCharacter } from '../../domain/dist/shared/index.js'
import { createContext } from '../../server/dist/context.js'
import { startEmbedded } from '../../server/dist/database/embedded/index.js'
import { migrate } from '../../server/dist/database/migrate.js'
import { createPool } from '../../server/dist/database/pool.js'
import { ensureRegion } from '../../server/dist/database/region.js'
import { loadLibrary } from '../../server/dist/pack-files.js'
import { importPath } from '../../server/dist/registry/imports/files.js'
import { beginImport, runImport } from '../../server/dist/registry/imports/run-import.js'
import { ensureSource, insertResourceImport } from '../../server/dist/registry/imports/store-imports.js'
import { findByCode } from '../../server/dist/registry/resources/store-resources.js'
import { entries } from './names.mjs'

export const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '注册地',
  '行业',
  '注册日期',
  '职工总数',
  '注册资本（万元）',
  '登记状态',
]
const STATES = ['存续', '在业', '注销', '吊销']
export const mapping = {
  kind: 'enterprise',
  source: { name: '样例登记库', standing: 'register', observedOn: '2026-01-01' },
  columns: {
    企业名称: 'name',
    统一社会信用代码: 'creditCode',
    注册地: 'place',
    行业: 'industry',
    注册日期: 'registeredOn',
    职工总数: 'staff',
    '注册资本（万元）': { field: 'registeredCapital', unit: '万元' },
    登记状态: 'status',
  },
}

export function creditCode(n) {
  // Numbers as they come in a register: in no order of the file.
  const first = `9152${String(100 + (n % 5)).padStart(4, '0')}MA${String((n * 7_654_321) % 9_999_991).padStart(7, '0')}`
  return first + checkCharacter(first)
}

export async function writeTable(path, count, header) {
  const out = createWriteStream(path)
  let text = header ? `${HEADERS.join()}\n` : ''
  let n = 0
  for (const { names, place } of entries(count)) {
    const day = `20${String(n % 24).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    text += `${names[0]}${n},${creditCode(n)},${place},C${13 + (n % 30)},${day},${n % 900},${(n % 5000) + 1},${STATES[n % 4]}\n`
    n += 1
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
  }
  out.end(text)
  await once(out, 'close')
}

/** What the process and the database that it started hold at most, in MiB: their own memory, what they share once. */
function watchMemory(server) {
  let peak = 0
  /** Whether a process is the database's: asked once of each, so that looking costs little beside what is measured. */
  const ours = new Map()
  const isOurs = (pid) => {
    const said = ['environ', 'cmdline'].some((name) =>
      readFileSync(`/proc/${pid}/${name}`, 'utf8').includes(server),
    )
    ours.set(pid, said)
    return said
  }
  const look = () => {
    let bytes = process.memoryUsage().rss
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        if (!(ours.get(pid) ?? isOurs(pid))) continue
        const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
        bytes += Number(pss?.[1] ?? 0) * 1024
      } catch {
        // It has ended, or is another user's.
      }
    peak = Math.max(peak, bytes / 1024 / 1024)
  }
  const timer = setInterval(look, 500)
  return () => {
    clearInterval(timer)
    return Math.round(peak)
  }
}

async function bareCopy(url, path) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'CREATE TABLE bare (name text, code text, place text, industry text, registered date, staff integer, capital bigint, status text)',
  )
  const begun = performance.now()
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    client.query(from('COPY bare FROM STDIN (FORMAT csv)')),
  )
  const ms = performance.now() - begun
  await client.query('DROP TABLE bare')
  await client.end()
  return ms
}

async function importTable(context, region, path) {
  const sourceId = await ensureSource(context.pool, region, mapping.source)
  const { id } = await insertResourceImport(context.pool, region, {
    sourceId,
    target: '',
    form: 'file',
    fileName: 'bench.csv',
    status: 'preview',
    mapping: {},
    observedOn: '2026-01-01',
    actor: null,
  })
  await pipeline(createReadStream(path), createWriteStream(importPath(context, id)))
  const begun = performance.now()
  const job = await beginImport(context, region, id, { mapping, headers: HEADERS })
  const result = await runImport(context, job)
  return { ms: performance.now() - begun, result }
}

async function codeLookUps(pool, region, count) {
  const kind = KINDS.find(({ id }) => id === 'enterprise')
  const times = []
  for (let i = 0; i < 2000; i += 1) {
    const code = creditCode((i * 104_729) % count)
    const begun = performance.now()
    const found = await findByCode(pool, region, kind, code)
    times.push(performance.now() - begun)
    if (!found) throw new Error(`${code} was not found`)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.95)]
}

/** A table of enterprises of eight columns, as a bare COPY into one table and as an import. */
export async function importSpeed(count = 3_000_000) {
  const folder = mkdtempSync(join(tmpdir(), `kehui-bench-${randomUUID().slice(0, 8)}-`))
  const [plain, headed] = [join(folder, 'plain.csv'), join(folder, 'headed.csv')]
  await writeTable(plain, count, false)
  await writeTable(headed, count, true)
  console.error(`${count} enterprises, ${Math.round(statSync(headed).size / 1048576)} MB`)
  const server = await startEmbedded(join(folder, 'database'))
  const pool = createPool(server.url)
  try {
    await migrate(pool)
    const library = loadLibrary()
    const region = await ensureRegion(pool, library.packs.get('national'))
    const context = createContext({ pool, library, files: join(folder, 'imports') })
    const bare = await bareCopy(server.url, plain)
    console.error(`bare COPY ${(bare / 1000).toFixed(2)} s`)
    const peak = watchMemory(folder)
    const { ms, result } = await importTable(context, region, headed)
    const peakMiB = peak()
    console.error(`import ${(ms / 1000).toFixed(2)} s, ${result.created} entered, ${result.refused} refused`)
    if (result.created !== count) throw new Error(JSON.stringify(result))
    return { copyRatio: bare / ms, peakMiB, codeP95Ms: await codeLookUps(pool, region, count) }
  } finally {
    await pool.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
