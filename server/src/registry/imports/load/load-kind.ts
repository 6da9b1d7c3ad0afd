import { type ImportPlan, type ReadRow, rowReader } from '@kehui/domain/registry/imports'
import { type PlaceIndex, shippedPlaces } from '@kehui/domain/shared'
import type pg from 'pg'
import { dateInChina } from '../../../date-in-china.js'
import { linkImport, partiesOfImport } from '../../linked/store-links.js'
import { recordChange } from '../../store-changes.js'
import { bumpRevisions } from '../../store-revision.js'
import { csvBytes, type PlainLines } from '../read/csv-bytes.js'
import { openTable } from '../read/open-table.js'
import type { OpenTable, SourceRow } from '../read/table.js'
import { retractInBatch } from '../retract-batch.js'
import type { LoadResult } from '../schema.js'
import { settleImport } from '../settle.js'
import { countSubjects, recreate } from '../store-bulk.js'
import { CopyTarget, connectAlone, ROWS_TABLE, SUBJECTS_TABLE } from '../store-copy.js'
import { lockRegionForImport, setCommitted } from '../store-imports.js'
import { outnumbers, takeTables } from './bulk.js'
import { ErrorFile } from './error-file.js'
import type { LoadJob, Report } from './job.js'
import { isSaidAgain, KnownSubjects } from './known-subjects.js'
import { PlainRows } from './plain-rows.js'
import { RowIndex } from './row-index.js'
import { RowWriter, type Targets, type Whose } from './row-writer.js'

/**
 * Reads a file into the registry: rows as one stream, new subjects as another, on connections of their own. The rows
 * come first and count for nothing until the second commits; whatever fails leaves all as it was.
 */
export async function loadKind(job: LoadJob, plan: ImportPlan, report: Report): Promise<LoadResult> {
  const begun = performance.now()
  const table = await openTable(job.path)
  const errors = new ErrorFile(job.errorsPath, table.headers)
  const clients = await Promise.all([connectAlone(job.url), connectAlone(job.url), connectAlone(job.url)])
  const [rows, subjects, look] = clients
  try {
    await rows.query('BEGIN')
    await subjects.query('BEGIN')
    await lockRegionForImport(subjects, job.region)
    const known = await KnownSubjects.open(look, {
      region: job.region,
      kind: plan.kind,
      sourceId: job.sourceId,
    })
    const loading = new Loading(job, plan, { table, errors, known, report })
    const counts = await loading.run(rows, subjects)
    await errors.close()
    report(loading.progress('settling'))
    const told = { ...counts, problems: errors.told, seconds: Math.round(performance.now() - begun) / 1000 }
    await setCommitted(subjects, job.region, job.no, { layout: plan.layout, result: told })
    const result = await retractInBatch(subjects, job, { kind: plan.kind, layout: plan.layout, result: told })
    await linkImport(subjects, job.region, {
      ...job,
      kind: plan.kind,
      layout: plan.layout,
      today: dateInChina(new Date(job.now)),
    })
    if (loading.touched) await settleImport(subjects, job.region, plan.kind, job.no)
    await bumpRevisions(subjects, await partiesOfImport(subjects, job.region, plan.kind, job.no))
    await recordChange(subjects, job.region, { what: 'imported', importNo: job.no })
    await subjects.query('COMMIT')
    return result
  } finally {
    await errors.close()
    // What was not committed is undone with its connection.
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}

interface Parts {
  readonly table: OpenTable
  readonly errors: ErrorFile
  readonly known: KnownSubjects
  readonly report: Report
}

type Read = { readonly source: SourceRow; readonly row: ReadRow }
type Counts = Omit<LoadResult, 'problems' | 'seconds'>

class Loading {
  readonly #job: LoadJob
  readonly #plan: ImportPlan
  readonly #parts: Parts
  readonly #read: (cells: readonly string[]) => ReadRow
  readonly #writer: RowWriter
  readonly #places: PlaceIndex
  #bytesRead: () => number
  #index = new RowIndex()
  /** Subjects that were there already, by −1 − their number in the index. */
  readonly #matched: string[] = []
  /** Whether anything is said of a subject that was there before. */
  touched = false
  readonly #counts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, partly: 0 }

  constructor(job: LoadJob, plan: ImportPlan, parts: Parts) {
    this.#job = job
    this.#plan = plan
    this.#parts = parts
    this.#bytesRead = parts.table.bytesRead
    const places = shippedPlaces().add(job.places)
    this.#read = rowReader(plan, places)
    this.#writer = new RowWriter(job)
    this.#places = places
  }

  progress(phase: string): Parameters<Report>[0] {
    return { rows: this.#counts.rows, bytes: this.#bytesRead(), totalBytes: this.#job.totalBytes, phase }
  }

  async run(rows: pg.Client, subjects: pg.Client): Promise<Counts> {
    const iterator = this.#parts.table.batches[Symbol.asyncIterator]()
    let next = await iterator.next()
    const bulk = !next.done && (await this.#isBulk(next.value, subjects))
    if (bulk) await this.#parts.known.hold()
    const dropped = bulk ? await takeTables({ rows, subjects }, this.#plan) : null
    const targets = {
      // Whoever reads with an older view of the data may see its rows: they count for nothing until it is committed.
      rows: new CopyTarget(rows, ROWS_TABLE, { freeze: dropped !== null }),
      subjects: new CopyTarget(subjects, SUBJECTS_TABLE),
    }
    const plain = this.#plainRows(dropped !== null)
    if (plain === null)
      for (; !next.done; next = await iterator.next()) {
        await this.#take(next.value, targets)
        this.#parts.report(this.progress('reading'))
      }
    else {
      await iterator.return?.()
      await this.#takeBytes(plain, targets)
    }
    await Promise.all([targets.rows.end(), targets.subjects.end()])
    this.#parts.report(this.progress('indexing'))
    const endRows = async () => {
      await recreate(rows, dropped?.rows ?? [])
      await rows.query('COMMIT')
    }
    await Promise.all([endRows(), recreate(subjects, dropped?.subjects ?? [])])
    return this.#counts
  }

  /** Told from the rows of the first piece how many there will be. */
  async #isBulk(first: readonly SourceRow[], db: pg.Client): Promise<boolean> {
    const read = this.#parts.table.bytesRead()
    if (!this.#parts.known.canHold) return false
    const expected = read === 0 ? 0 : (first.length * this.#job.totalBytes) / read
    if (!outnumbers(expected, await countSubjects(db))) return false
    this.#index = new RowIndex(expected)
    return true
  }

  /** Null where rows are to be taken cell by cell: what somebody is to be asked for is asked for by many at once. */
  #plainRows(isHeld: boolean): PlainRows | null {
    const { table, known } = this.#parts
    if (!table.csv || (known.count > 0 && !isHeld)) return null
    return PlainRows.of(this.#plan, table.csv.delimiter, {
      places: this.#places,
      writer: this.#writer,
      index: this.#index,
      known: known.index(),
    })
  }

  /** The file once more from its beginning, as bytes. */
  async #takeBytes(reader: PlainRows, targets: Targets): Promise<void> {
    const { csv } = this.#parts.table
    if (!csv) return
    for await (const { rows, plain, read } of csvBytes(this.#job.path, csv)) {
      this.#bytesRead = () => read
      if (plain === null) await this.#take(rows, targets)
      else await this.#takePlain(reader, plain, csv.delimiter, targets)
      this.#parts.report(this.progress('reading'))
    }
  }

  async #takePlain(
    reader: PlainRows,
    { bytes, row: first }: PlainLines,
    delimiter: string,
    targets: Targets,
  ): Promise<void> {
    const { rows, subjects } = targets
    let row = first
    for (let at = 0; at < bytes.length; row += 1) {
      const next = reader.write(bytes, at, row, this.#counts.created, targets)
      const end = next < 0 ? -1 - next : next - 1
      if (next >= 0) {
        this.#counts.rows += 1
        this.#counts.created += 1
      } else {
        const text = bytes.toString('utf8', at, end).replace(/\r$/, '')
        if (text !== '') await this.#take([{ row, cells: text.split(delimiter) }], targets, false)
      }
      if (rows.isFull || subjects.isFull) await Promise.all([rows.send(), subjects.send()])
      at = end + 1
    }
  }

  async #take(batch: readonly SourceRow[], targets: Targets, sends = true): Promise<void> {
    const read = await this.#readAll(batch)
    const { known } = this.#parts
    if (known.count > 0) await this.#matchAll(read, targets)
    else
      for (const one of read) {
        const sent = this.#place(one, null, false, targets)
        if (sent) await sent
      }
    if (!sends) return
    await targets.rows.send()
    await targets.subjects.send()
  }

  /** Rows that can be taken; the others are told. */
  async #readAll(batch: readonly SourceRow[]): Promise<Read[]> {
    const read: Read[] = []
    for (const source of batch) {
      this.#counts.rows += 1
      const row = source.problem === undefined ? this.#read(source.cells) : null
      if (row === null || row.refused) {
        await this.#refuse(source, row?.problems ?? [{ column: '', problem: source.problem ?? { zh: '' } }])
        continue
      }
      read.push({ source, row })
      if (row.problems.length === 0) continue
      this.#counts.partly += 1
      await this.#parts.errors.add(source, row.problems)
    }
    return read
  }

  async #matchAll(read: readonly Read[], targets: Targets): Promise<void> {
    const { known } = this.#parts
    await known.learn(read.map(({ row }) => row))
    const matches = read.map(({ row }) => known.match(row))
    const said = await known.said(
      matches.flatMap((match) => (match && 'subject' in match ? match.subject : [])),
    )
    for (const [i, one] of read.entries()) {
      const match = matches[i] ?? null
      if (match && 'problem' in match) {
        await this.#refuse(one.source, [{ column: '', problem: match.problem }])
        continue
      }
      const before = match === null ? undefined : said.get(`${match.subject} ${one.row.year ?? ''}`)
      const again = match !== null && isSaidAgain(this.#plan.layout, one.row, before)
      await this.#place(one, match?.subject ?? null, again, targets)
    }
  }

  /** Nothing is waited for where nothing is to be: millions of rows pass here. */
  #place(
    { source, row }: Read,
    match: string | null,
    again: boolean,
    targets: Targets,
  ): Promise<unknown> | undefined {
    const place = this.#placeOf(source.row, row, match)
    if (place.problem !== null) return this.#refuse(source, [{ column: '', problem: place.problem }])
    if (again) this.#counts.unchanged += 1
    else this.#write(source.row, row, place, targets)
    const { rows, subjects } = targets
    return rows.isFull || subjects.isFull ? Promise.all([rows.send(), subjects.send()]) : undefined
  }

  async #refuse(source: SourceRow, problems: ReadRow['problems']): Promise<void> {
    this.#counts.refused += 1
    await this.#parts.errors.add(source, problems)
  }

  /** Whose row it is: a subject that was there, one that an earlier row of the file entered, or a new one. */
  #placeOf(
    number: number,
    row: ReadRow,
    subject: string | null,
  ): { subject: Whose; isNew: boolean; problem: { zh: string; en: string } | null } {
    const what = row.code ?? row.key ?? row.name ?? ''
    // Without an identifier two of one name are two, unless the kind says otherwise.
    const told = row.code !== null || row.key !== null || this.#plan.kind.sameByName
    const own = this.#counts.created
    const matched = subject === null ? null : this.#numberOf(subject)
    const before = told ? this.#index.enter(what, number, matched ?? own) : null
    if (before === null) {
      if (row.year !== null && told) this.#index.enter(`${what}\n${row.year}`, number, matched ?? own)
      return { subject: subject ?? own, isNew: subject === null, problem: null }
    }
    const twice =
      row.year === null ? before : this.#index.enter(`${what}\n${row.year}`, number, before.subject)
    const earlier = before.subject < 0 ? this.#matched[-1 - before.subject] : before.subject
    const year = row.year === null ? '' : ` ${row.year}`
    return {
      subject: earlier ?? '',
      isNew: false,
      problem: twice && {
        zh: `与第 ${twice.row} 行重复（${what}${year}），只采用第 ${twice.row} 行`,
        en: `The same as row ${twice.row} (${what}${year}), which was taken`,
      },
    }
  }

  /** Only where rows of several years can be of one subject does anybody ask again. */
  #numberOf(subject: string): number {
    this.touched = true
    return this.#plan.year === null ? -1 : -this.#matched.push(subject)
  }

  #write(
    number: number,
    row: ReadRow,
    { subject, isNew }: { subject: Whose; isNew: boolean },
    targets: Targets,
  ): void {
    if (isNew) {
      this.#counts.created += 1
      const { name, code, key, place } = row
      const named = { name: name ?? code ?? key ?? '', code, place: place?.slice(0, 6) ?? null }
      this.#writer.subject(targets.subjects.rows, subject, this.#plan.kind, named)
    } else this.#counts.updated += 1
    this.#writer.row(targets.rows.rows, number, subject, row)
  }
}
