import type { LayoutColumn } from '@kehui/domain/registry/facts'
import type { Cell } from '@kehui/domain/registry/fields'
import type { SourceMapping } from '@kehui/domain/registry/imports'
import { fieldOf, type Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { ensureSource, insertResourceImport, setCommitted } from '../imports/store-imports.js'
import { linkImport, partiesOfImport } from '../linked/store-links.js'
import { recordChange } from '../store-changes.js'
import { bumpRevisions } from '../store-revision.js'
import { insertImportedRows } from './store-rows.js'

/** What is told of one resource that is there: typed cells by the names of its fields. */
export interface ToldCells {
  readonly subject: string
  /** What the source knows it by. */
  readonly key: string
  readonly cells: Readonly<Record<string, Cell | null>>
}

export interface Telling {
  readonly source: SourceMapping
  /** 2026-03-01 */
  readonly observedOn: string
  readonly today: string
  readonly actor: string | null
}

/**
 * Writes what is known of resources as one batch that holds from now on and can be taken back like any other; run it
 * in the transaction that it belongs to.
 */
export async function tellCells(
  db: Db,
  region: number,
  kind: Kind,
  told: readonly ToldCells[],
  { source, observedOn, today, actor }: Telling,
): Promise<void> {
  if (told.length === 0) return
  const names = [...new Set(told.flatMap(({ cells }) => Object.keys(cells)))]
  const layout = names.map((name) => columnOf(kind, name))
  const sourceId = await ensureSource(db, region, source)
  const { no } = await insertResourceImport(db, region, {
    sourceId,
    target: kind.id,
    form: 'feed',
    fileName: null,
    status: 'running',
    mapping: {},
    observedOn,
    actor,
  })
  await insertImportedRows(
    db,
    region,
    { no, sourceId },
    told.map(({ subject, key, cells }) => ({
      subject,
      key,
      cells: names.map((name) => cells[name] ?? null),
    })),
  )
  const result = { rows: told.length, created: 0, updated: told.length, unchanged: 0, refused: 0, partly: 0 }
  await setCommitted(db, region, no, { layout, result: { ...result, problems: [], seconds: 0 } })
  await linkImport(db, region, { kind, no, layout, today })
  await recordChange(db, region, { what: 'imported', importNo: no })
  await bumpRevisions(db, await partiesOfImport(db, region, kind, no))
}

function columnOf(kind: Kind, name: string): LayoutColumn {
  const field = fieldOf(kind, name)
  if (!field) throw new Error(`The kind ${kind.id} has no field “${name}”`)
  return { key: name, type: field.type, ...(field.fact === null ? {} : { fact: field.fact }) }
}
