import type { FactFault } from './schema.js'

const HEAD = {
  zh: ['名称', '编号', '列（事实）', '代码', '原值', '最小', '最大', '问题'],
  en: ['Name', 'Id', 'Column (fact)', 'Key', 'Value', 'Least', 'Most', 'Problem'],
}
const PROBLEMS = {
  range: { zh: '超出取值范围', en: 'Outside what it can be' },
  type: { zh: '类型或单位不符', en: 'Of another type or unit' },
}

/** Faults as a table with a line each, which spreadsheets open; no cell of it can run as a formula. */
export function faultsCsv(faults: readonly FactFault[], lang: 'zh' | 'en'): string {
  const rows = faults.map(({ subject, label, fact, value, least, most, misfit }) => [
    subject.name,
    subject.id,
    label,
    fact,
    value,
    least,
    most,
    PROBLEMS[misfit][lang],
  ])
  const lines = [HEAD[lang], ...rows].map((cells) => cells.map(cellOf).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** What begins like a formula is made text. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
