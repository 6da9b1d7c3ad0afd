import '../../text/area/imports.js'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'

export interface Meaning {
  readonly value: string
  readonly label: string
  readonly yearly: boolean
}

/** What a column may hold: who the company is, or a fact of the dictionary in one of its calibres. */
export function useMeanings(): readonly Meaning[] {
  const { t, lang } = useText()
  const { data = [] } = useQuery({
    queryKey: ['fact-dictionary', lang],
    queryFn: () => api.facts({ lang }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const who = (['name', 'credit-code', 'year'] as const).map((value) => ({
    value,
    label: t(`imports.meaning.${value}`),
    yearly: false,
  }))
  const facts = data
    .filter((fact) => !fact.derived && fact.of.includes('enterprise'))
    .flatMap(({ name, label, yearly, calibres }) => [
      { value: name, label, yearly },
      ...calibres.map((calibre) => ({
        value: `${name}.${calibre.value}`,
        label: `${label} · ${calibre.label}`,
        yearly,
      })),
    ])
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  return [...who, ...facts]
}
