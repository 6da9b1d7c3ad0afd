import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Company, cultivationSheets, standingOf } from '@kehui/domain/packs/cultivation'
import { type Cell, cellsFor } from '@kehui/domain/packs/package'
import type { Library, Programme, Subject } from '@kehui/domain/rules'
import { type Lang, parseDay, suggest } from '@kehui/domain/shared'
import { writeWorkbook } from '@kehui/server/assessments'
import { parsed } from './arguments.js'
import { loadLibrary, today } from './evaluate.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { readPacks } from './pack-files.js'
import { subjectsOfTable } from './table.js'

const OPTIONS = {
  table: { type: 'string' },
  out: { type: 'string' },
  pack: { type: 'string', multiple: true },
  programme: { type: 'string', multiple: true },
  rows: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

interface Asked {
  readonly table: string
  readonly packs: readonly string[]
  readonly programmes: readonly string[]
  readonly on: string
  readonly lang: Lang
  readonly rows: 'all' | 'cultivable'
}

/** `kehui matrix`: every programme for every company of a table, as a workbook. */
export async function runMatrix(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { table, lang = 'zh', rows = 'all', json = false, on = today() } = values
  if (table === undefined) throw new UsageError('give --table FILE')
  if (values.out === undefined && !json) throw new UsageError('give --out FILE.xlsx, or --json')
  if (values.out !== undefined && !/\.xlsx$/i.test(values.out))
    throw new UsageError(`--out is an .xlsx file, not “${values.out}”`)
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  if (rows !== 'all' && rows !== 'cultivable')
    throw new UsageError(`--rows is all or cultivable, not “${rows}”`)
  const { pack: packs = [], programme: programmes = [] } = values
  try {
    const made = await matrixOf({ table, packs, programmes, on, lang, rows })
    if (values.out !== undefined) await writeFile(values.out, made)
    if (json) out.print(JSON.stringify(asJson(made), null, 2))
    else tell(out, made, values.out ?? '')
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    if (json) out.complain(JSON.stringify({ error: error.message, details: error.details }, null, 2))
    else out.complain([error.message, ...error.details.map(String)].join('\n'))
    return 1
  }
}

interface Matrix extends Pick<Asked, 'on' | 'lang' | 'rows'> {
  readonly library: Library
  readonly programmes: readonly Programme[]
  readonly companies: readonly Company[]
}

async function matrixOf(asked: Asked): Promise<Matrix> {
  const { table, packs, on } = asked
  if (parseDay(on) === undefined) throw new RefusedError(`“${on}” is no date; write 2026-11-24`)
  const library = loadLibrary(packs)
  const programmes = chosen(library, asked.programmes)
  const subjects = await subjectsOfTable(library, table)
  const looked = packs.length > 0 ? readPacks(packs).asked : []
  const wanted = new Set(programmes.map(({ id }) => id))
  const companies = subjects.map((subject) => companyOf(library, subject, { on, packs: looked, wanted }))
  const concerned = new Set(companies.flatMap(({ cells }) => Object.keys(cells)))
  return { ...asked, library, programmes: programmes.filter(({ id }) => concerned.has(id)), companies }
}

function chosen({ programmes }: Library, ids: readonly string[]): Programme[] {
  if (ids.length === 0) return [...programmes.values()]
  return ids.map((id) => {
    const found = programmes.get(id)
    if (found) return found
    const near = suggest(id, programmes.keys())
    throw new RefusedError(
      `There is no programme “${id}”${near === undefined ? '' : `; did you mean “${near}”?`}`,
    )
  })
}

function companyOf(
  library: Library,
  situation: Subject,
  { on, packs, wanted }: { on: string; packs: readonly string[]; wanted: ReadonlySet<string> },
): Company {
  const at = situation.facts.get('注册地')?.value
  const place = at?.kind === 'place' ? at.code : null
  const all = cellsFor(library, { situation, place, packs, on })
  const cells = new Map<string, Cell>([...all].filter(([id]) => wanted.has(id)))
  const { certainFen, possibleFen } = standingOf(library, cells, on)
  return {
    name: situation.name,
    creditCode: situation.id === situation.name ? null : situation.id,
    place: place === null ? null : library.places.path(place),
    cells: Object.fromEntries(cells),
    certainFen: certainFen.toString(),
    possibleFen: possibleFen.toString(),
  }
}

/** Under another name until it is whole, so that nothing half-written is ever there. */
async function writeFile(path: string, { library, ...list }: Matrix): Promise<void> {
  const partial = `${path}.part`
  try {
    await pipeline(writeWorkbook(cultivationSheets(library, list)), createWriteStream(partial))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw new RefusedError(
      `“${path}” cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function asJson({ on, companies }: Matrix) {
  return {
    on,
    companies: companies.map(({ name, creditCode, place, cells }) => ({
      name,
      creditCode,
      place,
      programmes: cells,
    })),
  }
}

function tell(out: Output, { companies, programmes }: Matrix, path: string): void {
  out.print(`${companies.length} 家企业 × ${programmes.length} 项政策 companies × programmes → ${path}`)
  const nowhere = companies.filter(({ place }) => place === null).length
  if (nowhere > 0)
    out.print(
      `${nowhere} 家没有注册地，只测算了全国政策和 --pack 指定的地区 have no 注册地: only programmes of the country and of --pack were decided for them`,
    )
}
