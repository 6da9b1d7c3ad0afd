import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../staff-api.js'
import type { Word } from './words.js'

const NONE: readonly Word[] = []

/** The words that programmes of a pack may use; none until they are there. */
export function useWords(pack: string): readonly Word[] {
  const { lang } = useText()
  const found = useQuery({
    queryKey: ['words', pack, lang],
    queryFn: () => staffApi.sandboxWords(pack, { lang }),
    staleTime: 600_000,
  })
  return found.data ?? NONE
}
