import { formatDay } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { languageOf } from '../http/language.js'
import { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'
import { dayOf, Lang, ProgrammeId, programmeOf } from './ask.js'
import { factInfos, recordInfos, regionInfos } from './dictionary.js'
import { listProgrammes } from './list.js'
import { calendarRoutes } from './routes-calendar.js'
import { versionRoutes } from './routes-versions.js'
import { ProgrammeDetail, ProgrammeList, ProgrammeQuery } from './schema.js'
import { LibraryStanding, libraryStanding } from './standing.js'
import { programmeDetail } from './view.js'

const InLang = Type.Object({ lang: Lang })

/** The library: programmes as their files state them, and the words in which facts are asked for. */
export async function programmeRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/programmes',
    {
      schema: {
        summary: 'Programmes by words and filters, with how many each option of a filter would leave',
        querystring: Type.Object({ ...ProgrammeQuery.properties, lang: Lang }),
        response: { 200: ProgrammeList },
      },
    },
    async (request) =>
      listProgrammes(context.library, request.query, {
        lang: languageOf(request),
        on: dayOf(context, request.query.on),
      }),
  )

  api.get(
    '/programmes/standing',
    {
      schema: {
        summary: 'How all programmes and their calls stand, for telling later what is new',
        response: { 200: LibraryStanding },
      },
    },
    async () => {
      const on = dayOf(context, undefined)
      return libraryStanding(context.library, on, formatDay(on))
    },
  )
  await calendarRoutes(api, context)
  await versionRoutes(api, context)

  api.get(
    '/programmes/:id',
    {
      schema: {
        summary: 'One programme: conditions, score and amount as its file states them, with calls and source',
        params: ProgrammeId,
        querystring: Type.Object({ lang: Lang, on: ProgrammeQuery.properties.on }),
        response: { 200: ProgrammeDetail },
      },
    },
    async (request) => {
      const { library } = context
      const programme = programmeOf(library, request.params.id, languageOf(request))
      return programmeDetail(library, programme, {
        lang: languageOf(request),
        on: dayOf(context, request.query.on),
      })
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
