import type { Look } from '../pair.js'

const MOST_WORDS = 5

/** How much of what is asked stands in the other's words. */
export const textValue: Look = ({ closeness }) => {
  if (closeness === null) return { value: 0, said: { zh: '文字上没有共同的词', en: 'No words in common' } }
  const words = closeness.words.slice(0, MOST_WORDS).map(({ word }) => word)
  return {
    value: Math.min(1, Math.max(0, closeness.share)),
    said: {
      zh: words.length > 0 ? `都提到：${words.join('、')}` : '文字接近',
      en: words.length > 0 ? `Both speak of ${words.join(', ')}` : 'Close in words',
    },
  }
}
