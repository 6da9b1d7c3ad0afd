import '../../text/area/library.js'
import type { FacetOption } from '@kehui/server/client'
import type { MessageKey, Translate } from '../../text/messages.js'
import { zh } from '../../text/zh.js'
import type { FilterName } from './search-params.js'

/** Filters whose options are words of the interface; the others come with their labels from the server. */
const WORDS: Readonly<Partial<Record<FilterName, string>>> = {
  level: 'level',
  mode: 'mode',
  benefit: 'benefit',
  audience: 'audience',
  window: 'library.window',
  verified: 'library.verified',
}

export function optionLabel(
  t: Translate,
  name: FilterName,
  { value, label }: Pick<FacetOption, 'value' | 'label'>,
): string {
  const key = `${WORDS[name] ?? ''}.${value}`
  return isKey(key) ? t(key) : label
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(zh, key)
}
