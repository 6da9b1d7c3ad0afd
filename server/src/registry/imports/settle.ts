import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { bumpRevisions } from '../store-revision.js'
import { projectSubjects } from './project.js'
import { touchedSubjects } from './store-undo.js'

/** After rows were committed or taken back: names, codes and places of what was there before follow from what holds. */
export async function settleImport(db: Db, region: number, kind: Kind, no: string): Promise<void> {
  for await (const ids of touchedSubjects(db, region, no)) {
    await projectSubjects(db, kind, ids)
    await bumpRevisions(db, ids)
  }
}
