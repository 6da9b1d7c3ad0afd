import { fold } from '../../analyse/fold.js'
import type { Look } from '../pair.js'

/** Below this two names share characters by chance. */
const ALIKE = 0.5

/** Whether both are of the same field: by name, one within the other, or alike in most of their characters. */
export const disciplineValue: Look = ({ wanted, offered }) => {
  if (wanted.fields.length === 0 || offered.fields.length === 0) {
    const of = wanted.fields.length === 0 ? 'seeker' : 'provider'
    return {
      value: null,
      said: { zh: '领域未知', en: 'Field not known' },
      asks: {
        of,
        text:
          of === 'seeker'
            ? { zh: '在需求中写明行业或学科', en: 'Name the industry or discipline of the need' }
            : { zh: '登记对方的学科或技术领域', en: 'Enter the discipline of the other side' },
      },
    }
  }
  let best = { value: 0, field: '' }
  for (const a of wanted.fields)
    for (const b of offered.fields) {
      const value = nearness(a, b)
      if (value > best.value) best = { value, field: b }
    }
  return {
    value: best.value,
    said:
      best.value > 0
        ? { zh: `领域相同或相近：${best.field}`, en: `Same or near field: ${best.field}` }
        : {
            zh: `领域不同：${wanted.fields[0]}／${offered.fields[0]}`,
            en: `Different fields: ${wanted.fields[0]} / ${offered.fields[0]}`,
          },
  }
}

function nearness(one: string, other: string): number {
  const [a, b] = [named(one), named(other)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))) return 0.8
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const both = [...left].filter((pair) => right.has(pair)).length
  const likeness = left.size + right.size > 0 ? (2 * both) / (left.size + right.size) : 0
  return likeness >= ALIKE ? likeness * 0.8 : 0
}

/** What every field ends with tells none from another. */
function named(field: string): string {
  return fold(field)
    .replaceAll(/[\s、，,/·]/g, '')
    .replace(/(?:科学与技术|科学与工程|工程与技术|工程|科学|技术|学|业)$/, '')
}

function pairsOf(text: string): Set<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))
}
