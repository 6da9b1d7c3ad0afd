import { eventsBetween } from '@kehui/domain/packs/catalogue'
import { inLang } from '@kehui/domain/shared'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { dayOf, Lang, ProgrammeId, programmeOf } from './ask.js'
import { Calendar, CalendarQuery, calendarEvents, calendarOf, LONGEST_DAYS } from './calendar.js'
import { calendarFile } from './ical.js'
import { ProgrammeFilter } from './schema.js'

/** What a calendar that is subscribed to holds: what was lately, and what comes within a year and more. */
const [DAYS_BACK, DAYS_AHEAD] = [90, 400]

export async function calendarRoutes(api: App, context: AppContext): Promise<void> {
  const span = () => {
    const today = dayOf(context, undefined)
    return { from: today - DAYS_BACK, to: today + DAYS_AHEAD }
  }

  api.get(
    '/programmes/calendar',
    {
      schema: {
        summary: 'What calls have on their programme between two days, narrowed down as the library is',
        querystring: Type.Object({ ...CalendarQuery.properties, lang: Lang }),
        response: { 200: Calendar },
      },
    },
    async (request) => {
      const { from, to, lang: _, ...filter } = request.query
      const asked = { from: dayOf(context, from), to: dayOf(context, to) }
      if (asked.to < asked.from || asked.to - asked.from > LONGEST_DAYS)
        throw new HttpError('calendar.span', { from, to })
      return calendarOf(context.library, filter, asked, viewOf(request, context))
    },
  )

  api.get(
    '/programmes/calendar.ics',
    {
      schema: {
        summary: 'The same as a calendar that can be subscribed to (text/calendar)',
        querystring: Type.Object({ ...ProgrammeFilter.properties, lang: Lang }),
      },
    },
    async (request, reply) => {
      const { lang: _, ...filter } = request.query
      const { library } = context
      const view = viewOf(request, context)
      const events = calendarEvents(library, filter, span(), view)
      const file = calendarFile({
        library,
        events,
        lang: view.lang,
        now: context.now(),
        site: siteOf(request),
      })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="kehui-calls.ics"')
        .send(file)
    },
  )

  api.get(
    '/programmes/:id/calendar.ics',
    {
      schema: {
        summary: 'The calls of one programme, or one of them by its key, as a calendar (text/calendar)',
        params: ProgrammeId,
        querystring: Type.Object({ call: Type.Optional(Type.String({ maxLength: 40 })), lang: Lang }),
      },
    },
    async (request, reply) => {
      const { library } = context
      const lang = languageOf(request)
      const programme = programmeOf(library, request.params.id, lang)
      const { from, to } = span()
      const { call } = request.query
      const events = eventsBetween([programme], from, to).filter(
        (event) => call === undefined || event.callKey === call,
      )
      if (events.length === 0) throw new HttpError('calendar.empty', { id: programme.id })
      const name = inLang(programme.title, lang)
      const file = calendarFile({ library, events, lang, now: context.now(), site: siteOf(request), name })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename="${programme.id}.ics"`)
        .send(file)
    },
  )
}

function viewOf(request: FastifyRequest, context: AppContext) {
  return { lang: languageOf(request), on: dayOf(context, undefined) }
}

/** The pages stand under the same address as the API. */
function siteOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}
