import type { FactInfo, Question } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../text/use-text.js'
import { api } from './api.js'
import { labelOfKey, partsOf } from './fact-key.js'

interface FactLabels {
  readonly labelOf: (key: string) => string
  readonly questionOf: (key: string) => Question | undefined
  /** What a company can be asked for, in the words of its reader. */
  readonly askable: readonly {
    readonly key: string
    readonly label: string
    readonly of: readonly string[]
  }[]
}

/** The dictionary of facts: what each is called and how it is asked for. */
export function useFactLabels(): FactLabels {
  const { lang } = useText()
  const { data = [] } = useQuery({
    queryKey: ['fact-dictionary', lang],
    queryFn: () => api.facts({ lang }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const infoOf = (key: string) => data.find((fact) => fact.name === partsOf(key).name)
  const labelOf = (key: string) => {
    const info = infoOf(key)
    const calibre = info?.calibres.find((one) => one.value === partsOf(key).calibre)
    return labelOfKey(key, info?.label ?? partsOf(key).name, calibre?.label ?? null, lang)
  }
  const questionOf = (key: string) => {
    const info = infoOf(key)
    return info === undefined ? undefined : questionFrom(info, key, labelOf(key))
  }
  const askable = data
    .filter((fact) => fact.askable && !fact.derived)
    .map((fact) => ({ key: fact.name, label: fact.label, of: fact.of }))
  return { labelOf, questionOf, askable }
}

function questionFrom(info: FactInfo, key: string, label: string): Question {
  const { ask, hint, type, unit, options, heldBy, minutes } = info
  return { key, label, ask, hint, type, unit, options, heldBy, minutes, affects: [] }
}
