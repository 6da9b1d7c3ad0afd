import { rmSync, writeFileSync } from 'node:fs'
import type { KindMapping } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../../context.js'
import { inTransaction } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { importPath } from '../imports/files.js'
import type { Batch, Retraction } from '../imports/retract.js'
import { retractInBatch } from '../imports/retract-batch.js'
import { beginImport, runImport } from '../imports/run-import.js'
import type { LoadResult } from '../imports/schema.js'
import {
  ensureSource,
  insertResourceImport,
  lockRegionForImport,
  setCommitted,
} from '../imports/store-imports.js'
import { type FeedRow, KEY, toldRows } from './told-rows.js'

export interface FeedBatch {
  readonly source: string
  readonly observedOn: string | undefined
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly actor: string | null
}

type Taken = LoadResult & { readonly id: string }

/**
 * Takes resources from another system: those it told before, by its keys, are written anew where they differ, or taken
 * back where it says so. A batch is an import like that of a file, read by the same rules, and can be taken back alike.
 */
export async function takeFeed(
  context: AppContext,
  region: number,
  kind: Kind,
  { source, observedOn, rows, actor }: FeedBatch,
): Promise<Taken> {
  const { told, retractions } = toldRows(rows)
  const names = [...new Set(told.flatMap((row) => Object.keys(row ?? {})))]
  const mapping = told.some((row) => row !== null) ? mappingOf(kind, names, { source, observedOn }) : null
  const sourceId = await ensureSource(context.pool, region, mapping?.source ?? { name: source })
  const { id, no } = await insertResourceImport(context.pool, region, {
    sourceId,
    target: kind.id,
    form: 'feed',
    fileName: null,
    status: 'preview',
    mapping: mapping ?? {},
    observedOn: observedOn ?? context.today(),
    actor,
  })
  if (mapping === null)
    return { id, ...(await retractAlone(context, region, { no, sourceId, kind }, retractions)) }
  const path = importPath(context, id)
  writeFileSync(path, linesOf(told, names), { mode: 0o600 })
  try {
    const job = await beginImport(context, region, id, { mapping, headers: names })
    return { id, ...(await runImport(context, { ...job, retractions })) }
  } finally {
    rmSync(path, { force: true })
  }
}

/** Rows of a batch are told by their number, so that what is taken back leaves its line empty. */
function linesOf(told: readonly (FeedRow | null)[], names: readonly string[]): string {
  const first = told.findIndex((row) => row !== null)
  return told
    .map((row, i) => {
      if (row === null) return ''
      // What the first row lacks is a column all the same.
      return JSON.stringify(
        i === first ? Object.fromEntries(names.map((name) => [name, row[name] ?? null])) : row,
      )
    })
    .join('\n')
}

/** A batch that tells nothing and only takes back. */
async function retractAlone(
  { pool }: AppContext,
  region: number,
  { no, sourceId, kind }: Batch,
  retractions: readonly Retraction[],
): Promise<LoadResult> {
  const result = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    partly: 0,
    problems: [],
    seconds: 0,
  }
  return inTransaction(pool, async (db) => {
    await lockRegionForImport(db, region)
    await setCommitted(db, region, no, { layout: [], result })
    return retractInBatch(db, { region, no, sourceId, retractions }, { kind, layout: [], result })
  })
}

function mappingOf(
  kind: Kind,
  names: readonly string[],
  { source, observedOn }: Pick<FeedBatch, 'source' | 'observedOn'>,
): KindMapping {
  const columns = names.filter((name) => name !== KEY)
  if (columns.length === 0) throw new HttpError('feed.nothing')
  return {
    kind: kind.id,
    source: { name: source, standing: 'system', ...(observedOn === undefined ? {} : { observedOn }) },
    columns: Object.fromEntries(
      columns.map((name) => {
        const unit = kind.fields.find((field) => field.name === name)?.unit ?? null
        // A bare number is in the unit of its field.
        return [name, unit === null ? name : { field: name, unit }]
      }),
    ),
    ...(names.includes(KEY) ? { key: KEY } : {}),
  }
}
