import { type Facets, FILTER_NAMES, type FilterName } from '@kehui/domain/packs/catalogue'
import type { Library } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { ProgrammeList } from './schema.js'

const LEVELS = ['国家', '省', '市', '区']

/** Options in the reader's words; those of fixed lists are words of the interface and stay as they are. */
export function labelledFacets(library: Library, facets: Facets, lang: Lang): ProgrammeList['facets'] {
  const entries = FILTER_NAMES.map((name) => {
    const options = facets[name].map(({ value, count }) => ({
      value,
      label: labelOf(library, name, value, lang),
      count,
    }))
    return [name, inOrder(name, options)] as const
  })
  return Object.fromEntries(entries) as ProgrammeList['facets']
}

function labelOf(library: Library, name: FilterName, value: string, lang: Lang): string {
  if (name === 'region') return inLang(library.packs.get(value)?.title ?? { zh: value }, lang)
  if (name === 'place') return library.places.path(value)
  if (name === 'industry') {
    const option = library.facts.get(library.industry ?? '')?.options.get(value)
    return option ? inLang(option, lang) : value
  }
  return value
}

type Options = ProgrammeList['facets'][FilterName]

function inOrder(name: FilterName, options: Options): Options {
  if (name === 'level') return [...options].sort((a, b) => LEVELS.indexOf(a.value) - LEVELS.indexOf(b.value))
  // Many documents are the work of few bodies: those come first.
  if (name === 'department')
    return [...options].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh'))
  return options
}
