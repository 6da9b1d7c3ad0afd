import { setTimeout } from 'node:timers/promises'
import { type Connection, OpenSearchError } from './connection.js'

export interface BulkItem {
  readonly id: string
  /** null removes it. */
  readonly source: object | null
}

/** Characters of one request; a node takes up to 100 MB, and keeps it in memory while it does. */
const LONGEST = 5_000_000
const RESTS_MS = [100, 400, 1_600, 5_000]
const BUSY = 429

interface Result {
  readonly status: number
  readonly error?: { readonly reason?: string }
}

/** Enters and removes; what the node had no room for is sent again, and what it refused is told. */
export async function bulk(to: Connection, index: string, items: readonly BulkItem[]): Promise<void> {
  for (const part of partsOf(items)) {
    let left = part
    for (const rest of [...RESTS_MS, null]) {
      left = await sendOnce(to, index, left)
      if (left.length === 0) break
      if (rest === null)
        throw new OpenSearchError(`OpenSearch had no room for ${left.length} documents. Give it more memory.`)
      await setTimeout(rest)
    }
  }
}

async function sendOnce(to: Connection, index: string, items: readonly BulkItem[]): Promise<BulkItem[]> {
  const answer = (await to.send('POST', `/${index}/_bulk`, items.map(linesOf).join(''))) as {
    items: readonly Record<string, Result>[]
  } | null
  if (answer === null)
    throw new OpenSearchError(`The index ${index} of OpenSearch is gone. Start Kehui again.`)
  const results = answer.items.map((item) => Object.values(item)[0])
  const refused = results.findIndex((result) => failed(result) && result?.status !== BUSY)
  if (refused >= 0)
    throw new OpenSearchError(
      `OpenSearch refused the document ${items[refused]?.id}: ${results[refused]?.error?.reason ?? results[refused]?.status}`,
    )
  return items.filter((_, i) => results[i]?.status === BUSY)
}

/** What is to be removed and is not there is no failure. */
function failed(result: Result | undefined): boolean {
  return result === undefined || (result.status >= 300 && result.status !== 404)
}

function linesOf({ id, source }: BulkItem): string {
  if (source === null) return `${JSON.stringify({ delete: { _id: id } })}\n`
  return `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(source)}\n`
}

function partsOf(items: readonly BulkItem[]): BulkItem[][] {
  const parts: BulkItem[][] = []
  let room = 0
  for (const item of items) {
    const length = linesOf(item).length
    if (length > room) {
      parts.push([])
      room = LONGEST
    }
    parts.at(-1)?.push(item)
    room -= length
  }
  return parts
}
