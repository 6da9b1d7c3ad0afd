import { type Article, type Fact, readBulletin } from '@kehui/domain/ingest'
import { inTransaction, type Pool } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { fileInput } from '../input.js'
import { openDocument, type Seen } from '../read-document.js'
import type { ReadingJob, Tell } from './job.js'
import { completeReport, finishFile, insertFacts, insertOpenReport } from './store-reading.js'

type ReadFact = Fact & { readonly article: string | null }

/** Between two of these other requests have their turn, where the file is not read in a thread. */
const PIECE = 20_000
/** So many figures are written together, so that they are not all held. */
const TOGETHER = 500
const TELL_EVERY_MS = 150

/**
 * Reads a file into the database in one transaction: the report, its figures, and that the file is done. What is
 * refused, called off or cut short leaves nothing.
 */
export async function readFileInto(pool: Pool, job: ReadingJob, tell: Tell): Promise<string> {
  return inTransaction(pool, async (db) => {
    let seen: Seen = { share: 0, pages: null }
    const document = await openDocument(await fileInput(job.path), (at) => {
      seen = at
    })
    const report = await insertOpenReport(db, { ...job, kind: document.kind })
    const pieces: string[] = []
    const articles: Article[] = []
    let waiting: ReadFact[] = []
    let facts = 0
    const reader = readBulletin({
      article: (article) => void articles.push(article),
      fact: (fact, article) => void waiting.push({ ...fact, article }),
    })
    const write = async (least: number) => {
      if (waiting.length < least || waiting.length === 0) return
      await insertFacts(db, job.region, report, facts, waiting)
      facts += waiting.length
      waiting = []
    }
    const often = everyMs(TELL_EVERY_MS)
    for await (const given of document.text) {
      const piece = storable(given)
      for (let at = 0; at < piece.length; at += PIECE) {
        reader.push(piece.slice(at, at + PIECE))
        await write(TOGETHER)
        if (often()) tell({ ...seen, articles: articles.length, facts: facts + waiting.length })
        await new Promise(setImmediate)
      }
      pieces.push(piece)
    }
    reader.end()
    await write(1)
    tell({ share: 1, pages: seen.pages, articles: articles.length, facts })
    await completeReport(db, job.region, report, { content: pieces.join(''), articles })
    if (!(await finishFile(db, job, report))) throw new HttpError('ingest.cancelled')
    return report
  })
}

/** The database holds no NUL and no half of a character; what stands in their place is as long. */
function storable(text: string): string {
  return text.replaceAll('\0', ' ').replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

/** True once in so many milliseconds. */
function everyMs(millis: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now - last < millis) return false
    last = now
    return true
  }
}
