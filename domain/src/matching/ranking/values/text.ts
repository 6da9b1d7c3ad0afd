import type { Look } from '../pair.js'

const MOST_WORDS = 5
/** Closeness in meaning counts half: what a model takes to be alike may be another matter, words that are shared are not. */
const MEANING = 0.5

/** How much of what is asked stands in the other's words, or in what they mean; two signs that agree say more than one. */
export const textValue: Look = ({ closeness }) => {
  if (closeness === null) return { value: 0, said: { zh: '文字上没有共同的词', en: 'No words in common' } }
  const share = between(closeness.share)
  const meaning = closeness.meaning ?? null
  const words = closeness.words.slice(0, MOST_WORDS).map(({ word }) => word)
  const value = meaning === null ? share : 1 - (1 - share) * (1 - MEANING * between(meaning.closeness))
  const zh: string[] = words.length > 0 ? [`都提到：${words.join('、')}`] : []
  const en: string[] = words.length > 0 ? [`Both speak of ${words.join(', ')}`] : []
  if (meaning !== null) {
    zh.push(`意思相近（相似度 ${meaning.similarity.toFixed(2)}）`)
    en.push(`${en.length > 0 ? 'close' : 'Close'} in meaning (similarity ${meaning.similarity.toFixed(2)})`)
  }
  return { value, said: { zh: zh.join('；') || '文字接近', en: en.join('; ') || 'Close in words' } }
}

function between(value: number): number {
  return Math.min(1, Math.max(0, value))
}
