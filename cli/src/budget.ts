import { parseArgs } from 'node:util'
import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { AskRefused, readConfig, StartupError, withClient } from '@kehui/server'
import type { Allocation, Budget } from '@kehui/server/client'
import { parsed } from './arguments.js'
import { type Output, UsageError } from './output.js'

const OPTIONS = {
  region: { type: 'string' },
  programme: { type: 'string', multiple: true },
  budget: { type: 'string' },
  method: { type: 'string' },
  partly: { type: 'boolean' },
  possible: { type: 'boolean' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

const METHODS = ['rank', 'first-come', 'pro-rata', 'over-years'] as const

/** `kehui budget`: what programmes cost whom and when, and who falls out where the budget is short. */
export async function runBudget(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { region, programme, budget, partly, possible, lang = 'zh', json = false } = values
  if (region === undefined) throw new UsageError('give --region PACK, such as demo')
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const method = METHODS.find((one) => one === (values.method ?? 'pro-rata'))
  if (!method) throw new UsageError(`--method is ${METHODS.join(', ')}, not “${values.method}”`)
  const [only, ...more] = programme ?? []
  if (budget !== undefined && (only === undefined || more.length > 0))
    throw new UsageError('--budget is of one --programme')
  const budgetFen = budget === undefined ? null : fenOf(budget)
  try {
    const told = (line: string) => out.complain(line)
    await withClient(readConfig(), { region, lang, told }, async (client) => {
      if (budgetFen === null || only === undefined) {
        const found = await client.budget({ programme, lang })
        out.print(json ? JSON.stringify(found, null, 2) : toldBudget(found, lang))
        return
      }
      const found = await client.allocation({ programme: only, budgetFen, method, partly, possible, lang })
      out.print(json ? JSON.stringify(found, null, 2) : toldAllocation(found, lang))
    })
    return 0
  } catch (error) {
    if (!(error instanceof AskRefused) && !(error instanceof StartupError)) throw error
    out.complain(json ? JSON.stringify({ error: error.message }) : error.message)
    return 1
  }
}

/** `3000 万元`, `1.5亿元` or `800 元` as fen. */
function fenOf(text: string): string {
  const [, whole = '', part = '', unit = ''] =
    /^\s*(\d{1,12})(?:\.(\d+))?\s*(亿元|万元|元)\s*$/.exec(text.normalize('NFKC').replaceAll(',', '')) ?? []
  const digits = { 亿元: 10, 万元: 6, 元: 2 }[unit]
  if (whole === '' || digits === undefined || part.length > digits)
    throw new UsageError(`--budget is an amount such as 3000万元, not “${text}”`)
  return BigInt(whole + part.padEnd(digits, '0')).toString()
}

function toldBudget({ kinds, on }: Budget, lang: Lang): string {
  const zh = lang === 'zh'
  const money = (certain: string, possible: string) =>
    `${moneyWords(certain, lang)}${possible === '0' ? '' : ` + ${moneyWords(possible, lang)}`}`
  const lines = kinds.flatMap((kind) => [
    `${kind.benefit}  ${money(kind.certainFen, kind.possibleFen)}`,
    ...kind.costs
      .filter(({ certainFen, possibleFen }) => certainFen !== '0' || possibleFen !== '0')
      .map(({ level, year, certainFen, possibleFen }) => {
        const payer = level === 'open' ? (zh ? '未写明' : 'not stated') : level
        const when = year ?? (zh ? '时间未定' : 'no date')
        return `  ${payer}  ${when}  ${money(certainFen, possibleFen)}`
      }),
    ...kind.programmes.map(
      ({ title, met, open, certainFen, possibleFen }) =>
        `    ${title}  ${zh ? `符合 ${met}，待确认 ${open}` : `${met} met, ${open} open`}  ${money(certainFen, possibleFen)}`,
    ),
  ])
  return [
    zh
      ? `${on}  确定 + 可能（不同类别不相加）`
      : `${on}  certain + possible (kinds of benefit are never added)`,
    ...lines,
  ].join('\n')
}

function toldAllocation(found: Allocation, lang: Lang): string {
  const zh = lang === 'zh'
  const { title, askedFen, paidFen, leftFen, paid, part, out, shares } = found
  const head = zh
    ? `${title}  应付 ${moneyWords(askedFen, lang)}，安排 ${moneyWords(paidFen, lang)}，结余 ${moneyWords(leftFen, lang)}；足额 ${paid} 家，部分 ${part} 家，未安排 ${out} 家`
    : `${title}  owed ${moneyWords(askedFen, lang)}, allocated ${moneyWords(paidFen, lang)}, left ${moneyWords(leftFen, lang)}; ${paid} in full, ${part} in part, ${out} left out`
  const marks = { paid: '✓', part: '◐', out: '✗' }
  const lines = shares.map(
    ({ place, name, state, paidFen: had, askedFen: asked, tied }) =>
      `  ${marks[state]} ${place}. ${name}  ${moneyWords(had, lang)} / ${moneyWords(asked, lang)}${tied ? (zh ? '  并列' : '  tied') : ''}`,
  )
  return [head, ...lines].join('\n')
}
