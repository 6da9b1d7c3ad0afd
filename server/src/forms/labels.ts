import type { Library } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'

/** `研发费用@2024` as a person calls it. */
export function factLabels({ facts }: Library, lang: Lang): (key: string) => string {
  return (key) => {
    const [, name = key, , year] = /^([^.@]+)(?:\.([^@]+))?(?:@(\d+))?$/.exec(key) ?? []
    const def = facts.get(name)
    const label = def ? inLang(def.label, lang) : name
    if (year === undefined) return label
    return lang === 'zh' ? `${year} 年${label}` : `${label} ${year}`
  }
}
