import { type Article, type Fact, readBulletin } from '@kehui/domain/ingest'
import { bytesInput } from './input.js'
import type { DocumentKind } from './kind.js'
import { openDocument } from './read-document.js'

export interface TakenReport {
  readonly kind: DocumentKind
  readonly content: string
  readonly articles: Article[]
  readonly facts: (Fact & { readonly article: string | null })[]
}

/** Reads an uploaded file in pieces; between two, other requests have their turn. */
export async function takeReport(bytes: Uint8Array): Promise<TakenReport> {
  const { kind, text } = await openDocument(bytesInput(bytes))
  const pieces: string[] = []
  const articles: Article[] = []
  const facts: TakenReport['facts'] = []
  const reader = readBulletin({
    article: (article) => void articles.push(article),
    fact: (fact, article) => void facts.push({ ...fact, article }),
  })
  for await (const piece of text) {
    for (let at = 0; at < piece.length; at += PIECE) {
      reader.push(piece.slice(at, at + PIECE))
      await new Promise(setImmediate)
    }
    pieces.push(piece)
  }
  reader.end()
  return { kind, content: pieces.join(''), articles, facts }
}

const PIECE = 20_000
