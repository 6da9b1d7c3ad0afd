import type { Lang } from '../text/messages.js'

/** A sum as its reader's language writes it; the unit apart, since it is set smaller. */
export interface MoneyText {
  readonly before: string
  readonly number: string
  readonly unit: string
}

const YUAN = 100n
const WAN = 10_000n * YUAN
const YI = 10_000n * WAN

function grouped(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `fen` in `unit`, exactly: every digit that is there, and none that is not. */
function decimal(fen: bigint, unit: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const size = fen < 0n ? -fen : fen
  const digits = unit.toString().length - 1
  const rest = (size % unit).toString().padStart(digits, '0').replace(/0+$/, '')
  return `${sign}${grouped(size / unit)}${rest === '' ? '' : `.${rest}`}`
}

function chineseUnit(fen: bigint): readonly [bigint, string] {
  const size = fen < 0n ? -fen : fen
  if (size >= YI && size % (WAN * 100n) === 0n) return [YI, '亿元']
  return size >= WAN || size === 0n ? [WAN, '万元'] : [YUAN, '元']
}

/** One sum, or both ends of a range in the unit of its upper end. */
export function moneyText(minFen: string, maxFen: string, lang: Lang): MoneyText {
  const min = BigInt(minFen)
  const max = BigInt(maxFen)
  const [unit, name] = lang === 'zh' ? chineseUnit(max) : ([YUAN, ''] as const)
  const upper = decimal(max, unit)
  return {
    before: lang === 'zh' ? '' : '¥',
    number: min === max ? upper : `${decimal(min, unit)}–${upper}`,
    unit: name,
  }
}

export function moneyPhrase(minFen: string, maxFen: string, lang: Lang): string {
  const { before, number, unit } = moneyText(minFen, maxFen, lang)
  return `${before}${number}${unit === '' ? '' : ` ${unit}`}`
}
