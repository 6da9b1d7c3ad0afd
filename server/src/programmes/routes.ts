import type { Library } from '@kehui/domain/rules'
import { type Lang as Language, parseDay, suggest } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'
import { factInfos, recordInfos, regionInfos } from './dictionary.js'
import { listProgrammes } from './list.js'
import { ProgrammeDetail, ProgrammeList, ProgrammeQuery } from './schema.js'
import { programmeDetail } from './view.js'

const Lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const InLang = Type.Object({ lang: Lang })

/** The library: programmes as their files state them, and the words in which facts are asked for. */
export async function programmeRoutes(api: App, context: AppContext): Promise<void> {
  const dayOf = (on: string | undefined): number => {
    const day = parseDay(on ?? context.today())
    if (day === undefined) throw new HttpError('request.invalid', { on })
    return day
  }

  api.get(
    '/programmes',
    {
      schema: {
        summary: 'Programmes by filter, those open for application first',
        querystring: Type.Object({ ...ProgrammeQuery.properties, lang: Lang }),
        response: { 200: ProgrammeList },
      },
    },
    async (request) =>
      listProgrammes(context.library, request.query, {
        lang: languageOf(request),
        on: dayOf(request.query.on),
      }),
  )

  api.get(
    '/programmes/:id',
    {
      schema: {
        summary: 'One programme: conditions, score and amount as its file states them, with calls and source',
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object({ lang: Lang, on: ProgrammeQuery.properties.on }),
        response: { 200: ProgrammeDetail },
      },
    },
    async (request) => {
      const { library } = context
      const programme = library.programmes.get(request.params.id)
      if (!programme) throw unknownProgramme(library, request.params.id, languageOf(request))
      return programmeDetail(library, programme, { lang: languageOf(request), on: dayOf(request.query.on) })
    },
  )

  const dictionary = { querystring: InLang }
  api.get(
    '/regions',
    {
      schema: {
        ...dictionary,
        summary: 'Regions whose programmes are loaded',
        response: { 200: Type.Array(RegionInfo) },
      },
    },
    async (request) => regionInfos(context.library, languageOf(request)),
  )
  api.get(
    '/facts',
    {
      schema: {
        ...dictionary,
        summary: 'Facts that programmes ask about',
        response: { 200: Type.Array(FactInfo) },
      },
    },
    async (request) => factInfos(context.library, languageOf(request)),
  )
  api.get(
    '/records',
    {
      schema: {
        ...dictionary,
        summary: 'Kinds of related records and their fields',
        response: { 200: Type.Array(RecordInfo) },
      },
    },
    async (request) => recordInfos(context.library, languageOf(request)),
  )
}

function unknownProgramme({ programmes }: Library, id: string, lang: Language): HttpError {
  const near = suggest(id, programmes.keys())
  const hint = near === undefined ? '' : lang === 'en' ? `Did you mean “${near}”?` : `是否指“${near}”？`
  return new HttpError('programme.not-found', { id, hint })
}
