import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { askPackage } from './ask.js'
import { Entry, Package, WhatIf } from './schema.js'

const Id = { id: Type.String({ format: 'uuid' }) }
const Lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
/** `reading.<programme>=<option>` chooses how an open text is read. */
const Query = Type.Object(
  { lang: Lang, on: Type.Optional(Type.String({ format: 'date' })) },
  { additionalProperties: Type.String() },
)

/** What a subject is owed: the whole package, one programme of it, and “what if”. */
export async function packageRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/subjects/:id/package',
    {
      schema: {
        summary: 'What the subject can have, what is still open, and what it cannot, with reasons',
        params: Type.Object(Id),
        querystring: Query,
        response: { 200: Package },
      },
    },
    async (request) => askPackage(context, request.params.id, askOf(request.query, languageOf(request))),
  )
  api.post(
    '/subjects/:id/package',
    {
      schema: {
        summary: 'The package as it would be with other facts, dates, regions or readings; stores nothing',
        params: Type.Object(Id),
        querystring: Type.Object({ lang: Lang }),
        body: WhatIf,
        response: { 200: Package },
      },
    },
    async (request) => askPackage(context, request.params.id, { ...request.body, lang: languageOf(request) }),
  )
  api.get(
    '/subjects/:id/package/:programme',
    {
      schema: {
        summary: 'One programme for the subject',
        params: Type.Object({ ...Id, programme: Type.String({ maxLength: 200 }) }),
        querystring: Query,
        response: { 200: Entry },
      },
    },
    async (request) => {
      const { id, programme } = request.params
      if (!context.library.programmes.has(programme))
        throw new HttpError('programme.not-found', { id: programme })
      const answer = await askPackage(context, id, askOf(request.query, languageOf(request)))
      const entries = [...answer.can, ...answer.later, ...answer.needs, ...answer.not]
      const entry = entries.find((one) => one.programme === programme)
      if (!entry) throw new HttpError('programme.not-for-subject', { id: programme })
      return entry
    },
  )
}

const READING = 'reading.'

function askOf(query: Readonly<Record<string, string | undefined>>, lang: 'zh' | 'en') {
  const readings: Record<string, string> = {}
  for (const [name, value] of Object.entries(query))
    if (name.startsWith(READING) && value !== undefined) readings[name.slice(READING.length)] = value
  return { lang, readings, ...(query.on === undefined ? {} : { on: query.on }) }
}
