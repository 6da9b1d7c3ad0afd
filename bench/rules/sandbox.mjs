import { loadPacks } from '../../domain/dist/packs/index.js'
import { withProgramme } from '../../domain/dist/packs/publishing/index.js'
import { parametersOf } from '../../domain/dist/packs/writing/index.js'
import {
  amountClasses,
  changesBetween,
  figuresBy,
  figuresOf,
  programFor,
  WhatIf,
} from '../../domain/dist/rules/index.js'
import { packOf } from '../trace/kehui.mjs'
import { tableFor } from './kehui.mjs'
import { cpuOf, median } from './measure.mjs'

const ON = 20781
const TRIED = 21
/** Sizes of staff at which classes begin. */
const SIZES = [20, 300, 1000]
const LISTED = 20

/**
 * One programme whose text was changed, for all companies, as the sandbox answers it: the text is read and compiled,
 * all companies are decided, then counted by three groupings, held against the version in force, spread by amount, and
 * asked what each condition excludes. In each programme one number moves a step; the median of all is told.
 */
export async function sandbox(programmes, columns, rows) {
  const files = packOf(programmes)
  const loaded = loadPacks(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics[0]))
  const { library } = loaded
  const machine = new WhatIf(rows)
  const groupings = groupingsOf(columns)
  const times = []
  for (const programme of [...library.programmes.values()].slice(0, TRIED)) {
    const source = files.find(({ path }) => path === programme.at.file)
    const before = work(machine, library, programme, columns, rows).standing
    const changed = { path: source.path, text: moved(source.text, programme) }
    const { ms } = await cpuOf(() => answer(machine, { library, columns, rows, groupings }, changed, before))
    times.push(ms)
  }
  return median(times)
}

function answer(machine, { library, columns, rows, groupings }, source, before) {
  const found = withProgramme(library, 'bench', source)
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics[0]))
  const { standing, funnel } = work(machine, found.library, found.programme, columns, rows)
  return {
    funnel,
    figures: figuresOf(standing),
    groups: groupings.map((grouping) => figuresBy(standing, grouping)),
    changes: changesBetween(before, standing, LISTED),
    amounts: amountClasses(standing),
  }
}

function work(machine, library, programme, columns, rows) {
  const program = programFor(library, ON, [programme])
  const table = tableFor(program, columns, rows)
  const [standing] = machine.standings(program, table)
  return { standing, funnel: machine.funnel(program, table) }
}

/** The first number of the conditions, a step higher, as a slider moves it. */
function moved(text, programme) {
  const [first] = parametersOf(text, programme, 'zh')
  if (!first) return `${text}# nothing to move\n`
  return `${text.slice(0, first.from)}${first.value + first.step}${text.slice(first.to)}`
}

function groupingsOf(columns) {
  const [district, industry, staff] = ['district', 'industry', 'staff'].map(
    (name) => columns.get(name).values,
  )
  return [
    { codes: district, size: 30 },
    { codes: industry, size: 20 },
    {
      codes: Uint8Array.from(staff, (n) => SIZES.filter((from) => n >= from).length),
      size: SIZES.length + 1,
    },
  ]
}
