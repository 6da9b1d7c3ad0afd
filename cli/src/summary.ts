import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { Nearest, Result } from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'

const VERDICTS = {
  zh: { yes: '符合', no: '不符合', unknown: '待补充' },
  en: { yes: 'yes', no: 'no', unknown: 'unknown' },
}

/** A short text for a terminal: one block a programme, what it takes to read first. */
export function summary(results: readonly Result[], lang: 'zh' | 'en'): string {
  const order = { yes: 0, unknown: 1, no: 2 }
  const sorted = [...results].sort((a, b) => order[a.verdict] - order[b.verdict])
  if (sorted.length === 0)
    return lang === 'zh' ? '没有适用于该对象的政策。' : 'No programme is for this subject.'
  return sorted.map((r) => block(r, lang).join('\n')).join('\n\n')
}

function block(result: Result, lang: 'zh' | 'en'): string[] {
  const zh = lang === 'zh'
  const lines = [
    `[${VERDICTS[lang][result.verdict]}] ${result.title}  (${result.programme})${result.subject.name ? `  ${result.subject.name}` : ''}`,
  ]
  if (result.amountFen) lines.push(`  ${zh ? '金额' : 'Amount'}: ${money(result.amountFen, lang)}`)
  if (result.points)
    lines.push(`  ${zh ? '得分' : 'Score'}: ${span(String(result.points.min), String(result.points.max))}`)
  if (result.settled && !result.settled.kept)
    lines.push(`  ${zh ? '未计入' : 'Not counted'}: ${result.settled.because?.text ?? ''}`)
  if (result.missing.length > 0)
    lines.push(`  ${zh ? '还需' : 'Missing'}: ${result.missing.join(zh ? '、' : ', ')}`)
  if (result.judged.length > 0)
    lines.push(`  ${zh ? '专家评定' : 'For experts'}: ${result.judged.join(zh ? '、' : ', ')}`)
  for (const t of result.trace.need) {
    if (t.verdict !== 'yes' && t.matters)
      lines.push(
        `  ${t.verdict === 'no' ? '✗' : '?'} ${t.label ?? t.text}${t.actual === undefined ? '' : ` (${t.actual})`}${t.cite?.article === undefined ? '' : `  ${t.cite.article}`}`,
      )
  }
  for (const n of result.nearest)
    lines.push(`  → ${moves(n)}${n.costFen === null ? '' : `  ≈ ${moneyWords(n.costFen, lang)}`}`)
  // Books that are closed cannot be changed any more: what they lack is a target for the next filing.
  for (const n of result.nextYear)
    lines.push(`  ${zh ? '下一申报年度目标' : 'Target for the next filing'}: ${moves(n)}`)
  return lines
}

function moves({ changes }: Nearest): string {
  return changes.map((c) => `${c.fact}: ${c.from} → ${c.to}`).join(', ')
}

function span(min: string, max: string): string {
  return min === max ? min : `${min} – ${max}`
}

function money({ min, max }: { min: string; max: string }, lang: Lang): string {
  return span(moneyWords(min, lang), moneyWords(max, lang))
}
