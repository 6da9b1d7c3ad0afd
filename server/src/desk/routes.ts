import { inLang } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { CallNote, CallNoteList, CallNoteQuery, NewCallNote } from './schema.js'
import { findCallNote, insertCallNote, listCallNotes, type StoredCallNote, setDone } from './store.js'

const PAGE_SIZE = 30
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Lang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })

/** Calls that companies make, as the service team notes them. */
export async function deskRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  const noteOr404 = async (id: string, lang: 'zh' | 'en'): Promise<CallNote> => {
    const found = await findCallNote(pool, await regionOf(pool), id)
    if (!found) throw new HttpError('call-note.not-found')
    return callNote(context, found, lang)
  }

  api.post(
    '/subjects/:id/calls',
    {
      schema: {
        summary: 'Notes a call: what was asked, what was answered, what is still owed',
        params: Id,
        querystring: Lang,
        body: NewCallNote,
        response: { 201: CallNote },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, 'service-team', 'clerk'))
      const id = await noteCall(context, request.params.id, request.body, name)
      return reply.status(201).send(await noteOr404(id, languageOf(request)))
    },
  )
  api.get(
    '/calls',
    {
      schema: {
        summary: 'Notes of calls, the latest first',
        querystring: Type.Object({
          ...CallNoteQuery.properties,
          subject: Type.Optional(Type.String({ format: 'uuid' })),
          ...Lang.properties,
        }),
        response: { 200: CallNoteList },
      },
    },
    async (request) => {
      requireRole(request, 'service-team', 'clerk')
      const { page = 1, ...search } = request.query
      const found = await listCallNotes(pool, await regionOf(pool), {
        ...search,
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      })
      const items = found.items.map((stored) => callNote(context, stored, languageOf(request)))
      return { items, total: found.total, pageSize: PAGE_SIZE }
    },
  )
  api.put(
    '/calls/:id/done',
    {
      schema: {
        summary: 'Says that nothing more is owed, or that something is again',
        params: Id,
        querystring: Lang,
        body: Type.Object({ done: Type.Boolean() }),
        response: { 200: CallNote },
      },
    },
    async (request) => {
      requireRole(request, 'service-team', 'clerk')
      const { id } = request.params
      if (!(await setDone(pool, await regionOf(pool), id, request.body.done)))
        throw new HttpError('call-note.not-found')
      return noteOr404(id, languageOf(request))
    },
  )
}

async function noteCall(
  { pool, library }: AppContext,
  subject: string,
  given: NewCallNote,
  byName: string,
): Promise<string> {
  const region = await regionOf(pool)
  if (!(await findSubject(pool, region, subject))) throw new HttpError('subject.not-found', { id: subject })
  const { programme = null, caller, followUpOn = null } = given
  if (programme !== null && !library.programmes.has(programme))
    throw new HttpError('programme.not-found', { id: programme })
  const [question, answer] = [given.question.trim(), given.answer.trim()]
  if (question === '' || answer === '') throw new HttpError('call-note.empty')
  return insertCallNote(pool, region, {
    subjectId: subject,
    programme,
    caller: caller?.trim() || null,
    question,
    answer,
    followUpOn,
    byName,
  })
}

function callNote({ library, today }: AppContext, stored: StoredCallNote, lang: 'zh' | 'en'): CallNote {
  const { id, subjectId, subjectName, programme, caller, question, answer, followUpOn, doneAt } = stored
  const title = programme === null ? undefined : library.programmes.get(programme)?.title
  return {
    id,
    subject: { id: subjectId, name: subjectName },
    programme: programme === null ? null : { id: programme, title: title ? inLang(title, lang) : programme },
    caller,
    question,
    answer,
    followUpOn,
    overdue: followUpOn !== null && doneAt === null && followUpOn < today(),
    doneAt: doneAt?.toISOString() ?? null,
    by: stored.byName,
    createdAt: stored.createdAt.toISOString(),
  }
}
