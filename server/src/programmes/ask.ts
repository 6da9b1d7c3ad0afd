import type { Library, Programme } from '@kehui/domain/rules'
import { type Lang as Language, parseDay, suggest } from '@kehui/domain/shared'
import Type from 'typebox'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'

export const Lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
export const ProgrammeId = Type.Object({ id: Type.String() })

/** The day that is asked about, else today in China. */
export function dayOf({ today }: AppContext, on: string | undefined): number {
  const day = parseDay(on ?? today())
  if (day === undefined) throw new HttpError('request.invalid', { on })
  return day
}

export function programmeOf(library: Library, id: string, lang: Language): Programme {
  const programme = library.programmes.get(id)
  if (programme) return programme
  const near = suggest(id, library.programmes.keys())
  const hint = near === undefined ? '' : lang === 'en' ? `Did you mean “${near}”?` : `是否指“${near}”？`
  throw new HttpError('programme.not-found', { id, hint })
}
