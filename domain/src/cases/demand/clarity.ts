import type { Text } from '../../shared/text.js'
import type { Demand } from './demand.js'

/** How well a need can be answered as it is written, 0–100, and what would help most. */
export interface Clarity {
  readonly points: number
  /** Greatest gain first. */
  readonly questions: readonly ClarityQuestion[]
  /** Words that promise much and measure nothing, as they stand in the text. */
  readonly vague: readonly string[]
}

export interface ClarityQuestion {
  readonly part: keyof Demand
  readonly gain: number
  readonly ask: Text
}

interface Criterion {
  readonly part: keyof Demand
  readonly points: number
  readonly ask: Text
  /** Which part of the points it has, 0–1. */
  readonly share: (demand: Demand) => number
}

/** A number with its unit: what an expert can say yes or no to. */
const MEASURE =
  /[<>≤≥＜＞~～±]?\s*\d+(?:[.,]\d+)?\s*(?:%|％|‰|℃|°|[kKmMμunGT]?(?:m|g|s|Pa|V|A|W|Hz|J|N|L|mol|Ω|B)\b|[^\s\d,.;:，。；：、）)]{1,4})/

const VAGUE = [
  '先进',
  '高端',
  '一流',
  '领先',
  '优质',
  '高效',
  '高性能',
  '智能化',
  '降本增效',
  '更好',
  '大幅',
  '显著',
  '尽快',
]

/** Characters from which a text says enough to begin with, and enough to be matched well. */
const SHORT = 20
const FULL = 80
const PHRASE = 8

const CRITERIA: readonly Criterion[] = [
  {
    part: 'targets',
    points: 25,
    ask: {
      zh: '要达到什么可以测量的指标？写出名称、数值和单位，例如“抗拉强度 ≥ 600 MPa”。',
      en: 'Which measurable figures must be reached? Give name, value and unit.',
    },
    share: ({ targets, problem }) => {
      if (targets.some(({ wanted }) => MEASURE.test(wanted))) return 1
      if (MEASURE.test(problem)) return 0.6
      return targets.length > 0 ? 0.3 : 0
    },
  },
  {
    part: 'problem',
    points: 20,
    ask: {
      zh: '具体是什么问题？写出现象、原因和影响，至少两三句话。',
      en: 'What exactly is the problem? Say what happens, why, and what it does.',
    },
    share: ({ problem }) => grown(problem),
  },
  {
    part: 'targets',
    points: 10,
    ask: {
      zh: '这些指标现在是多少？',
      en: 'What are these figures today?',
    },
    share: ({ targets }) => (targets.some(({ now }) => now.trim() !== '') ? 1 : 0),
  },
  {
    part: 'scene',
    points: 10,
    ask: {
      zh: '用在哪里？写出产品、工序或工况。',
      en: 'Where is it to work: product, process, conditions?',
    },
    share: ({ scene }) => (lengthOf(scene) >= PHRASE ? 1 : 0),
  },
  {
    part: 'tried',
    points: 10,
    ask: {
      zh: '试过哪些办法，为什么不行？没有试过也请写明。',
      en: 'What was tried, and why was it not enough? Say so if nothing was.',
    },
    share: ({ tried }) => (tried.trim() !== '' ? 1 : 0),
  },
  {
    part: 'field',
    points: 5,
    ask: { zh: '属于哪个行业或技术领域？', en: 'Which industry or discipline is it?' },
    share: ({ field }) => (field === null ? 0 : 1),
  },
  {
    part: 'cooperation',
    points: 5,
    ask: {
      zh: '希望怎样合作：联合开发、委托、转让、许可，还是服务？',
      en: 'How do you want to work together?',
    },
    share: ({ cooperation }) => (cooperation.length > 0 ? 1 : 0),
  },
  {
    part: 'budgetFen',
    points: 5,
    ask: { zh: '预算大约多少？', en: 'What is the budget, roughly?' },
    share: ({ budgetFen }) => (budgetFen === null ? 0 : 1),
  },
  {
    part: 'neededBy',
    points: 5,
    ask: { zh: '什么时候要用上？', en: 'By when is it needed?' },
    share: ({ neededBy }) => (neededBy === null ? 0 : 1),
  },
  {
    part: 'maturity',
    points: 5,
    ask: {
      zh: '实验室成果可以，还是必须已经过中试或量产？',
      en: 'Will a laboratory result do, or must it be proven in production?',
    },
    share: ({ maturity }) => (maturity === null ? 0 : 1),
  },
]

export function clarityOf(demand: Demand): Clarity {
  const judged = CRITERIA.map((criterion) => {
    const got = Math.round(criterion.points * criterion.share(demand))
    return { got, question: { part: criterion.part, gain: criterion.points - got, ask: criterion.ask } }
  })
  const text = `${demand.title} ${demand.problem}`
  return {
    points: judged.reduce((sum, { got }) => sum + got, 0),
    questions: judged
      .map(({ question }) => question)
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain),
    vague: MEASURE.test(text) ? [] : VAGUE.filter((word) => text.includes(word)),
  }
}

function grown(text: string): number {
  const length = lengthOf(text)
  if (length < SHORT) return 0
  return Math.min(1, 0.5 + (0.5 * (length - SHORT)) / (FULL - SHORT))
}

/** Without spaces and marks: they are no words. One character again and again says nothing more. */
function lengthOf(text: string): number {
  const letters = [...text.replace(/[\s\p{P}\p{S}]/gu, '')]
  return Math.min(letters.length, new Set(letters).size * 4)
}
