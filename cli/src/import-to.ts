import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImportMapping } from '@kehui/domain/registry/imports'
import { type Reached, readConfig, withServer } from '@kehui/server'
import type { ResourceImport, ResourceImportPreview } from '@kehui/server/client'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { type Output, RefusedError } from './output.js'

export interface ImportTo {
  readonly file: string
  readonly mapping: string | undefined
  readonly kind: string | undefined
  /** The address of a server; the one that runs here otherwise, or one that is started for this. */
  readonly server: string | undefined
  readonly errors: string | undefined
  readonly json: boolean
}

const POLLED_MS = 300

/** Reads a file into the registry by a mapping, or by what its columns are called. */
export async function importTo(given: ImportTo, out: Output): Promise<number> {
  const read = given.mapping === undefined ? null : readMapping(given.mapping)
  const kind = given.kind ?? (read && 'kind' in read ? read.kind : undefined)
  if (read && 'kind' in read && kind !== read.kind)
    throw new RefusedError(`“${given.mapping}” is a mapping for ${read.kind}, not for ${kind}`)
  const size = sizeOf(given.file)
  return withServer(readConfig(), { address: given.server, told: () => {} }, async (server) => {
    const api = `${server.address}/api/v1/resource-imports`
    const preview = await ask<ResourceImportPreview>(server, api, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        'x-file-name': encodeURIComponent(basename(given.file)),
      },
      body: Readable.toWeb(createReadStream(given.file)) as unknown as NonNullable<RequestInit['body']>,
    })
    const mapping = read ?? suggested(preview, kind, basename(given.file))
    await ask(server, `${api}/${preview.id}/commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mapping }),
    })
    const ended = await waitFor(server, `${api}/${preview.id}`, (text) => {
      if (!given.json) out.complain(text)
    })
    if (given.errors !== undefined)
      writeFileSync(given.errors, await errorsOf(server, `${api}/${preview.id}/errors.csv`))
    return tell(ended, given.json, out)
  })
}

function readMapping(file: string): ImportMapping {
  let mapping: unknown
  try {
    mapping = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new RefusedError(
      `“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (Value.Check(ImportMapping, mapping)) return mapping
  const problems = [...Value.Errors(ImportMapping, mapping)].map(
    (e) => `${e.instancePath || '/'}: ${e.message}`,
  )
  throw new RefusedError(`“${file}” is no mapping`, [...new Set(problems)].slice(0, 10))
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new RefusedError(`“${file}” cannot be read: there is no such file`)
  if (found.size === 0) throw new RefusedError(`“${file}” is empty`)
  return found.size
}

/** What its columns are called says it, where a kind is named; its source is then the file. */
function suggested(preview: ResourceImportPreview, kind: string | undefined, file: string): ImportMapping {
  const found = preview.suggestions.find((s) => kind === undefined || s.kind === kind)
  if (!found)
    throw new RefusedError(
      `“${file}”: its columns are not those of ${kind ?? 'any kind'}; write a mapping: ${preview.headers.join(', ')}`,
    )
  const { mapping } = found
  return { ...mapping, source: { ...mapping.source, name: mapping.source.name || file } }
}

async function waitFor(server: Reached, url: string, tell: (text: string) => void): Promise<ResourceImport> {
  let told = Date.now()
  for (;;) {
    const item = await ask<ResourceImport>(server, url)
    if (item.status !== 'running') return item
    const { progress } = item
    if (progress && Date.now() - told > 2000) {
      told = Date.now()
      const share = Math.round((100 * progress.bytes) / Math.max(1, progress.totalBytes))
      tell(`${progress.rows.toLocaleString('en')} 行 rows, ${share}% ${progress.phase}`)
    }
    await sleep(POLLED_MS)
  }
}

async function ask<T>(server: Reached, url: string, init: RequestInit = {}): Promise<T> {
  const response = await request(server, url, init)
  const body = (await response.json()) as { error?: { message: string; next: string; details?: unknown } }
  if (response.ok) return body as T
  throw new RefusedError(`${body.error?.message ?? response.statusText} ${body.error?.next ?? ''}`)
}

async function request(server: Reached, url: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...init.headers, 'x-kehui-role': 'clerk' }
    // Node wants to be told that a stream is sent before the answer is read.
    return await server.fetch(url, {
      ...init,
      headers,
      ...(init.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new RefusedError(`${new URL(url).origin} does not answer: ${cause}`)
  }
}

async function errorsOf(server: Reached, url: string): Promise<Buffer> {
  return Buffer.from(await (await request(server, url, {})).arrayBuffer())
}

function tell(ended: ResourceImport, json: boolean, out: Output): number {
  const { result, status, id } = ended
  if (json) out.print(JSON.stringify({ id, status, ...result }, null, 2))
  if (result === null || 'failure' in result) {
    if (!json) out.complain(`没有导入 nothing was imported: ${JSON.stringify(result?.failure ?? status)}`)
    return 1
  }
  const { rows, created, updated, unchanged, refused, partly, problems, seconds } = result
  if (!json) {
    out.print(
      `${rows} 行 rows：新增 created ${created}，更新 updated ${updated}，未变 unchanged ${unchanged}，未采用 refused ${refused}，部分采用 partly ${partly}（${seconds} s）`,
    )
    for (const { row, column, zh, en } of problems.slice(0, 20))
      out.complain(`第 ${row} 行 row ${row}${column === '' ? '' : `, ${column}`}: ${zh} ${en}`)
    if (problems.length > 20) out.complain('… --errors FILE 写出全部 writes them all')
  }
  return 0
}
