import type { LoadResult } from '../schema.js'
import type { LoadJob, Report } from './job.js'
import { loadKind } from './load-kind.js'
import { loadRelations } from './load-relations.js'

/** Reads a file into the registry, all of it that is good, or nothing. */
export function load(job: LoadJob, report: Report): Promise<LoadResult> {
  return 'kind' in job.target
    ? loadKind(job, job.target.kind, report)
    : loadRelations(job, job.target.relation, report)
}
