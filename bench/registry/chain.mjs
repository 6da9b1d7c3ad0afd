import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../server/dist/app.js'
import { startEmbedded } from '../../server/dist/database/embedded/index.js'
import { migrate } from '../../server/dist/database/migrate.js'
import { createPool } from '../../server/dist/database/pool.js'
import { ensureRegion } from '../../server/dist/database/region.js'
import { loadLibrary } from '../../server/dist/pack-files.js'
import { insertRelations } from '../../server/dist/registry/relations/store.js'

/** As many as in the largest public graph of products that we know of. */
const PRODUCTS = 95_554
const MATERIALS = 57_000
const KINDS = 52_900
const MADE = 53_700
const COMPANIES = 4654
const ASKED = 2000
const BATCH = 20_000

/** A folder with `ckg-product.jsonl` and its companions, where there is one; without it a graph of the same size is made. */
const FOLDER = process.env.KEHUI_BENCH_CHAIN

function generator(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Few products go into very many, most into one or none: as materials do. */
function made() {
  const next = generator(11)
  const products = Array.from({ length: PRODUCTS }, (_, i) => `产品 ${i}`)
  const companies = Array.from({ length: COMPANIES }, (_, i) => `企业 ${i}（示例）`)
  const common = () => Math.floor((next(1_000_000) / 1_000_000) ** 6 * PRODUCTS)
  const arcs = []
  for (let i = 0; i < MATERIALS; i += 1) arcs.push(['input-of', products[common()], products[next(PRODUCTS)]])
  for (let i = 0; i < KINDS; i += 1) {
    const kind = 1 + next(PRODUCTS - 1)
    arcs.push(['kind-of', products[kind], products[Math.floor(kind * (next(1000) / 1000) ** 3)]])
  }
  for (let i = 0; i < MADE; i += 1) arcs.push(['produces', companies[next(COMPANIES)], products[common()]])
  return { products, companies, arcs: arcs.filter(([, from, to]) => from !== to) }
}

function real(folder) {
  const rows = (name) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const products = [...new Set(rows('ckg-product.jsonl').map(({ name }) => name))]
  const names = new Map(rows('ckg-company.jsonl').map(({ code, full }) => [code, full]))
  const known = new Set(products)
  const linked = rows('ckg-product_product.jsonl').flatMap(({ from, to, rel }) => {
    if (!known.has(from) || !known.has(to) || from === to) return []
    if (rel === '下游产品') return [['input-of', from, to]]
    return [[rel === '上游材料' ? 'input-of' : 'kind-of', to, from]]
  })
  const produced = rows('ckg-company_product.jsonl').flatMap(({ company, product }) => {
    const name = names.get(company)
    return name !== undefined && known.has(product) ? [['produces', name, product]] : []
  })
  return { products, companies: [...names.values()], arcs: [...linked, ...produced] }
}

async function enter(pool, region, { products, companies, arcs }) {
  const nodes = [
    ...products.map((name) => ({ id: randomUUID(), kind: 'product', name })),
    ...companies.map((name) => ({ id: randomUUID(), kind: 'enterprise', name })),
  ]
  await pool.query(
    `INSERT INTO subject (id, region_id, kind, name, place)
     SELECT id, $1, kind, name, CASE WHEN kind = 'enterprise' THEN '990102' END
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS given (id, kind, name)`,
    [region, nodes.map((n) => n.id), nodes.map((n) => n.kind), nodes.map((n) => n.name)],
  )
  const byName = new Map(nodes.map((node) => [`${node.kind} ${node.name}`, node]))
  const end = (kind, name) => ({ kind, id: byName.get(`${kind} ${name}`).id })
  for (let first = 0; first < arcs.length; first += BATCH)
    await insertRelations(
      pool,
      region,
      arcs.slice(first, first + BATCH).map(([type, from, to]) => ({
        type,
        from: end(type === 'produces' ? 'enterprise' : 'product', from),
        to: end('product', to),
      })),
      { source: `bench ${first}` },
    )
  return nodes.slice(0, products.length).map(({ id }) => id)
}

/** Three steps up and down, to its kinds and to what it is a kind of, from products drawn at random: a whole answer of the API. */
async function ask(app, ids) {
  const next = generator(3)
  const times = []
  for (let i = 0; i < ASKED; i += 1) {
    const url = `/api/v1/chain/${ids[next(ids.length)]}/stages?depth=3`
    const begun = performance.now()
    const { statusCode } = await app.inject({ url, headers: { host: 'localhost' } })
    times.push(performance.now() - begun)
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
  }
  return times.slice(ASKED / 20).sort((a, b) => a - b)
}

export async function chainSpeed() {
  const graph = FOLDER === undefined ? made() : real(FOLDER)
  const folder = mkdtempSync(join(tmpdir(), 'kehui-chain-'))
  const database = await startEmbedded(folder)
  const pool = createPool(database.url)
  try {
    await migrate(pool)
    const library = loadLibrary()
    const region = await ensureRegion(pool, library.packs.get('demo'))
    const ids = await enter(pool, region, graph)
    const app = await buildApp({ pool, library })
    const begun = performance.now()
    await app.inject({ url: '/api/v1/chain', headers: { host: 'localhost' } })
    console.error(
      `Chain: ${ids.length} products, ${graph.arcs.length} relations, read in ${Math.round(performance.now() - begun)} ms`,
    )
    const times = await ask(app, ids)
    const at = (share) => Number(times[Math.floor(times.length * share)].toFixed(2))
    console.error(`Chain: three steps p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`)
    await app.close()
    return { chainP95Ms: at(0.95) }
  } finally {
    await pool.end()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
