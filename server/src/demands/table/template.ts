import { COOPERATION_WORDS, DEMAND_COLUMNS, REACH_WORDS } from '@kehui/domain/cases'
import { textXlsx } from '../../text-table/text-table.js'

const WIDTHS: Readonly<Record<string, number>> = {
  problem: 50,
  scene: 30,
  tried: 30,
  targets: 40,
  company: 34,
  title: 34,
}

/** A workbook to fill in; its one row is a sample, and says what each column takes. */
export function demandTemplate(): Promise<Buffer> {
  const head = DEMAND_COLUMNS.map(({ headers: [name = ''], required }) => (required ? `${name}*` : name))
  const hints = DEMAND_COLUMNS.map(({ part, example }) => {
    if (part === 'cooperation') return COOPERATION_WORDS.join('、')
    return part === 'reach' ? (REACH_WORDS.at(-1) ?? '') : example
  })
  return textXlsx(
    [head, hints],
    DEMAND_COLUMNS.map(({ part }) => WIDTHS[part] ?? 18),
  )
}
