import type { RelationMapping } from '@kehui/domain/registry/imports'
import { checkRelations, RELATION_TYPES, type RelationDraft } from '@kehui/domain/registry/relations'
import type pg from 'pg'
import { insertRelations, standingRelations } from '../../relations/store.js'
import { recordChange } from '../../store-changes.js'
import { openTable } from '../read/open-table.js'
import type { OpenTable, SourceRow } from '../read/table.js'
import type { LoadResult } from '../schema.js'
import { connectAlone } from '../store-copy.js'
import { lockRegionForImport, setCommitted } from '../store-imports.js'
import { columnAt, EndFinder, type Finding, writeNew } from './end-finder.js'
import { ErrorFile } from './error-file.js'
import type { LoadJob, Report } from './job.js'

const WRITTEN_TOGETHER = 20_000

/** Reads a file of relations between resources that are there already. */
export async function loadRelations(
  job: LoadJob,
  mapping: RelationMapping,
  report: Report,
): Promise<LoadResult> {
  const begun = performance.now()
  const table = await openTable(job.path)
  const errors = new ErrorFile(job.errorsPath, table.headers)
  const client = await connectAlone(job.url)
  try {
    await client.query('BEGIN')
    await lockRegionForImport(client, job.region)
    const loading = new LoadingRelations(job, mapping, { table, errors, client, report })
    const counts = await loading.run()
    await errors.close()
    const result = { ...counts, problems: errors.told, seconds: Math.round(performance.now() - begun) / 1000 }
    await setCommitted(client, job.region, job.no, { layout: [], result })
    await recordChange(client, job.region, { what: 'imported', importNo: job.no })
    await client.query('COMMIT')
    return result
  } finally {
    await errors.close()
    await client.end().catch(() => {})
  }
}

interface Parts {
  readonly table: OpenTable
  readonly errors: ErrorFile
  readonly client: pg.Client
  readonly report: Report
}

interface Draft extends RelationDraft {
  readonly source: SourceRow
  /** What stands for its weight is none: the relation is kept without. */
  readonly weightless: boolean
}

class LoadingRelations {
  readonly #job: LoadJob
  readonly #mapping: RelationMapping
  readonly #parts: Parts
  readonly #ends: { readonly from: EndFinder; readonly to: EndFinder }
  readonly #columns: { readonly type: number; readonly weight: number }
  readonly #drafts: Draft[] = []
  readonly #counts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, partly: 0 }

  constructor(job: LoadJob, mapping: RelationMapping, parts: Parts) {
    this.#job = job
    this.#mapping = mapping
    this.#parts = parts
    const { relation, from, to, weight } = mapping
    const { headers } = parts.table
    this.#columns = {
      type: typeof relation === 'string' ? -1 : columnAt(headers, relation.column),
      weight: weight === undefined ? -1 : columnAt(headers, weight),
    }
    const finding: Finding = { job, client: parts.client, headers, made: new Map() }
    this.#ends = { from: new EndFinder(finding, from), to: new EndFinder(finding, to) }
  }

  async run(): Promise<Omit<LoadResult, 'problems' | 'seconds'>> {
    const { table, report } = this.#parts
    for await (const batch of table.batches) {
      await this.#take(batch)
      const { rows } = this.#counts
      report({ rows, bytes: table.bytesRead(), totalBytes: this.#job.totalBytes, phase: 'reading' })
    }
    await this.#write(await this.#good())
    return this.#counts
  }

  async #take(batch: readonly SourceRow[]): Promise<void> {
    await this.#ends.from.learn(batch)
    await this.#ends.to.learn(batch)
    for (const source of batch) {
      this.#counts.rows += 1
      const read = source.problem ?? this.#read(source)
      if (read === null) continue
      if ('zh' in read) await this.#refuse(source, read)
      else this.#drafts.push(read)
      if ('weightless' in read && read.weightless) await this.#tellWeight(source)
    }
  }

  async #refuse(source: SourceRow, problem: { zh: string; en?: string }): Promise<void> {
    this.#counts.refused += 1
    await this.#parts.errors.add(source, [{ column: '', problem }])
  }

  async #tellWeight(source: SourceRow): Promise<void> {
    const { weight: column = '' } = this.#mapping
    const text = source.cells[this.#columns.weight] ?? ''
    const problem = {
      zh: `权重“${text}”不在 0 与 1 之间，关系已保留，未采用权重`,
      en: `The weight “${text}” is not from 0 to 1; the relation was kept without it`,
    }
    this.#counts.partly += 1
    await this.#parts.errors.add(source, [{ column, problem }])
  }

  /** Null for a row whose relation the mapping leaves out. */
  #read(source: SourceRow): Draft | { zh: string; en: string } | null {
    const { type, weight } = this.#columns
    const said = this.#typeOf(source.cells[type] ?? '')
    if (said === null || 'zh' in said) return said
    const [first, second] = [this.#ends.from.find(source), this.#ends.to.find(source)]
    if ('zh' in first) return first
    if ('zh' in second) return second
    const text = (weight < 0 ? '' : (source.cells[weight] ?? '')).trim()
    const share = text === '' ? null : Number(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text)
    const fits = share === null || (share >= 0 && share <= 1)
    const ends = said.reversed ? { from: second, to: first } : { from: first, to: second }
    return { type: said.type, ...ends, weight: fits ? share : null, source, weightless: !fits }
  }

  #typeOf(text: string): { type: string; reversed: boolean } | { zh: string; en: string } | null {
    const { relation } = this.#mapping
    if (typeof relation === 'string') return { type: relation, reversed: false }
    const as = relation.as[text.trim()]
    if (as === undefined)
      return { zh: `没有说明“${text}”是哪种关系`, en: `The mapping does not say which relation “${text}” is` }
    if (as === null) return null
    return typeof as === 'string'
      ? { type: as, reversed: false }
      : { type: as.type, reversed: as.reversed ?? false }
  }

  /** Without those that the rules of relations refuse: two ends that are one, circles, kinds that do not go together. */
  async #good(): Promise<Draft[]> {
    const types = [...new Set(this.#drafts.map(({ type }) => type))].filter(
      (t) => RELATION_TYPES.get(t)?.acyclic,
    )
    const { client } = this.#parts
    const known = types.length === 0 ? [] : await standingRelations(client, this.#job.region, types)
    const chinese = checkRelations(this.#drafts, known, 'zh')
    const english = checkRelations(this.#drafts, known, 'en')
    const wrong = new Map(
      chinese.map((p, i) => [p.index, { zh: p.message, en: english[i]?.message ?? p.message }]),
    )
    for (const [index, problem] of wrong) {
      const draft = this.#drafts[index]
      if (draft) await this.#refuse(draft.source, problem)
    }
    return this.#drafts.filter((_, index) => !wrong.has(index))
  }

  async #write(drafts: readonly Draft[]): Promise<void> {
    const { client } = this.#parts
    await writeNew(client, this.#job, this.#ends.from.made.values())
    const last = new Map(drafts.map((d) => [`${d.type} ${d.from.id} ${d.to.id}`, d]))
    this.#counts.unchanged += drafts.length - last.size
    const all = [...last.values()]
    for (let i = 0; i < all.length; i += WRITTEN_TOGETHER) {
      const relations = all
        .slice(i, i + WRITTEN_TOGETHER)
        .map(({ type, from, to, weight, source }) => ({ type, from, to, weight, row: source.row }))
      const origin = { source: this.#job.source, batch: this.#job.id }
      const written = await insertRelations(client, this.#job.region, relations, origin)
      this.#counts.created += written.added
      this.#counts.updated += written.changed
      this.#counts.unchanged += written.unchanged
    }
  }
}
