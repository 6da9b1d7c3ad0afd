import { statSync } from 'node:fs'
import {
  type ImportMapping,
  isRelationMapping,
  type KindMapping,
  planImport,
} from '@kehui/domain/registry/imports'
import { RELATION_TYPES } from '@kehui/domain/registry/relations'
import type { AppContext } from '../../context.js'
import { inTransaction } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { factFinder } from './fact-field.js'
import { errorsPath, importPath } from './files.js'
import { loadInThread } from './load/in-thread.js'
import type { LoadJob } from './load/job.js'
import { placeRecords } from './place-records.js'
import type { LoadResult, Progress } from './schema.js'
import {
  ensureSource,
  findResourceImport,
  rememberMapping,
  setFailed,
  setProgress,
  setRunning,
} from './store-imports.js'

const TOLD_EVERY_MS = 1000

/** Checks a mapping against the header of a file; what is wrong with it refuses it whole. */
export function planOf(
  { library, kinds, today }: Pick<AppContext, 'library' | 'kinds' | 'today'>,
  mapping: ImportMapping,
  headers: readonly string[],
): LoadJob['target'] {
  if (isRelationMapping(mapping)) {
    checkRelationMapping(mapping, headers)
    return { relation: mapping }
  }
  const kind = kinds.get(mapping.kind)
  if (!kind) throw new HttpError('kind.not-found', { kind: mapping.kind, kinds: [...kinds.keys()] })
  const observedOn = mapping.source.observedOn ?? today()
  const planned = planImport(kind, mapping, headers, factFinder(library, kind, observedOn))
  if (planned.ok) return { kind: planned.plan }
  throw refusal(planned.problems.map(({ column, problem }) => `${column}: ${problem.zh} ${problem.en ?? ''}`))
}

function refusal(problems: readonly string[]): HttpError {
  return new HttpError('imports.plan', { problems })
}

function checkRelationMapping(
  { relation, from, to, weight }: Exclude<ImportMapping, KindMapping>,
  headers: readonly string[],
): void {
  const ends = [from, from.or, to, to.or].flatMap((end) => end?.column ?? [])
  const wanted = [...ends, ...(weight === undefined ? [] : [weight])]
  if (typeof relation !== 'string') wanted.push(relation.column)
  const missing = wanted.filter((header) => !headers.includes(header))
  const types = typeof relation === 'string' ? [relation] : Object.values(relation.as)
  const wrong = types
    .map((type) => (typeof type === 'object' && type !== null ? type.type : type))
    .filter((type): type is string => type !== null && !RELATION_TYPES.has(type))
  if (missing.length + wrong.length === 0) return
  throw refusal([
    ...missing.map((header) => `文件中没有列 The file has no column “${header}”`),
    ...wrong.map(
      (type) => `没有关系 There is no relation “${type}”：${[...RELATION_TYPES.keys()].join(', ')}`,
    ),
  ])
}

/** Marks an uploaded file as running; what it takes to run it. */
export async function beginImport(
  context: AppContext,
  region: number,
  id: string,
  { mapping, headers }: { mapping: ImportMapping; headers: readonly string[] },
): Promise<LoadJob> {
  const { pool, library, kinds, today, now } = context
  const target = planOf(context, mapping, headers)
  const name = isRelationMapping(mapping) ? 'relation' : mapping.kind
  return inTransaction(pool, async (db) => {
    const stored = await findResourceImport(db, region, id, true)
    if (!stored) throw new HttpError('imports.not-found')
    if (stored.status === 'running') throw new HttpError('imports.running')
    if (stored.status !== 'preview' && stored.status !== 'failed') throw new HttpError('imports.status')
    const path = importPath(context, id)
    const totalBytes = statSync(path, { throwIfNoEntry: false })?.size
    if (totalBytes === undefined) throw new HttpError('imports.file-gone')
    const sourceId = await ensureSource(db, region, mapping.source)
    const observedOn = mapping.source.observedOn ?? today()
    await setRunning(db, region, id, { sourceId, target: name, mapping, observedOn })
    await rememberMapping(db, region, { sourceId, target: name, mapping })
    return {
      url: pool.options.connectionString ?? '',
      region,
      no: stored.no,
      id,
      sourceId,
      source: mapping.source.name,
      path,
      errorsPath: errorsPath(context, id),
      places: placeRecords(library.places),
      kinds: [...kinds.values()],
      target,
      now: now().getTime(),
      totalBytes,
    }
  })
}

/** Runs it to its end; a failure is kept with it. */
export async function runImport({ pool }: Pick<AppContext, 'pool'>, job: LoadJob): Promise<LoadResult> {
  let told = 0
  const report = (progress: Progress): void => {
    if (Date.now() - told < TOLD_EVERY_MS) return
    told = Date.now()
    // Progress that is not written is written a second later.
    setProgress(pool, job.region, job.no, progress).catch(() => {})
  }
  try {
    return await loadInThread(job, report)
  } catch (error) {
    const said = error instanceof HttpError ? { code: error.code, details: error.details } : String(error)
    await setFailed(pool, job.region, job.no, { failure: said })
    throw error
  }
}
