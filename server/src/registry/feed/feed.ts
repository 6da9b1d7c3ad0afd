import { rmSync, writeFileSync } from 'node:fs'
import type { KindMapping } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../../context.js'
import { HttpError } from '../../http/error.js'
import { importPath } from '../imports/files.js'
import { beginImport, runImport } from '../imports/run-import.js'
import type { LoadResult } from '../imports/schema.js'
import { ensureSource, insertResourceImport } from '../imports/store-imports.js'

/** The member by which the other system knows a resource. */
export const KEY = 'key'

export interface FeedBatch {
  readonly source: string
  readonly observedOn: string | undefined
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly actor: string | null
}

/**
 * Takes resources from another system: those it told before, by its keys, are written anew where they differ. A batch
 * is an import like that of a file, read by the same rules, and can be taken back alike.
 */
export async function takeFeed(
  context: AppContext,
  region: number,
  kind: Kind,
  { source, observedOn, rows, actor }: FeedBatch,
): Promise<LoadResult & { readonly id: string }> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const mapping = mappingOf(kind, names, { source, observedOn })
  const sourceId = await ensureSource(context.pool, region, mapping.source)
  const { id } = await insertResourceImport(context.pool, region, {
    sourceId,
    target: kind.id,
    form: 'feed',
    fileName: null,
    status: 'preview',
    mapping,
    observedOn: observedOn ?? context.today(),
    actor,
  })
  const path = importPath(context, id)
  // Rows of a batch are told by their number: what the first row lacks is a column all the same.
  const first = Object.fromEntries(names.map((name) => [name, rows[0]?.[name] ?? null]))
  writeFileSync(path, [first, ...rows.slice(1)].map((row) => JSON.stringify(row)).join('\n'), { mode: 0o600 })
  try {
    const job = await beginImport(context, region, id, { mapping, headers: names })
    return { id, ...(await runImport(context, job)) }
  } finally {
    rmSync(path, { force: true })
  }
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
