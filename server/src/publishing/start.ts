import type { Diagnostic, PackSource } from '@kehui/domain/packs'
import { filesInForce, type Held } from '@kehui/domain/packs/publishing'
import type { Library } from '@kehui/domain/rules'
import { inTransaction, type Pool } from '../database/pool.js'
import { diagnosticLines, packsError } from '../pack-files.js'
import { filesAt } from './library-at.js'
import { recordSnapshot } from './record-snapshot.js'
import { findSnapshot, latestSnapshot, lockSnapshots, publishedTexts } from './store-snapshots.js'

export interface StartedLibrary {
  readonly library: Library
  readonly snapshot: number
  readonly held: Held | null
}

export interface StartWith {
  readonly pool: Pool
  readonly packFiles: readonly PackSource[]
  readonly now: Date
  readonly progress: (line: string) => void
}

/** Puts in force what the packs and the pages say together, and records it where it is new. */
export async function startLibrary({ pool, packFiles, now, progress }: StartWith): Promise<StartedLibrary> {
  return inTransaction(pool, async (db) => {
    await lockSnapshots(db)
    const published = await publishedTexts(db)
    const latest = await latestSnapshot(db)
    // The former files are needed only where something was published that may not go with the new ones.
    const stored = latest && published.length > 0 ? await findSnapshot(db, latest.id) : null
    const last = stored ? await filesAt(db, stored.files) : []
    const found = filesInForce(packFiles, published, last)
    if (!found.ok) throw packsError(found.diagnostics)
    const { library, files, held } = found
    if (held) progress(heldNotice(held))
    const snapshot = await recordSnapshot(db, { files, library, cause: 'start', at: now })
    return { library, snapshot, held }
  })
}

function heldNotice({ waiting, paths, diagnostics }: Held): string {
  const what =
    waiting === 'files'
      ? 'The new files of packs/ do not go together with what was published on the pages. What was in force stays in force; these files wait:'
      : 'Programmes that were published on the pages cannot be read any more. They are kept, but not in force:'
  return [
    what,
    ...paths.map((path) => `  ${path}`),
    'because of:',
    ...problemLines(diagnostics),
    'Correct or withdraw these programmes under /workbench/publishing, or correct the files in packs/ and start again.',
  ].join('\n')
}

function problemLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnosticLines(diagnostics).slice(0, 20)
}
