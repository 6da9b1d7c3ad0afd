import { isRegister } from '@kehui/domain/insights/leads'
import type { Library } from '@kehui/domain/rules'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { actorOf } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { createSubject } from './create-subject.js'
import { factTable } from './fact-table.js'
import { knownOf } from './known.js'
import { readFacts, saveFacts } from './save-facts.js'
import {
  CreateSubject,
  RetractedFacts,
  SavedFacts,
  SaveFacts,
  SubjectDetail,
  SubjectFacts,
  type SubjectItem,
  SubjectList,
  SubjectPacks,
  SubjectQuery,
} from './schema.js'
import { findSubject, packsOf, replacePacks, type StoredSubject, searchSubjects } from './store.js'
import { observationsOf, retractBatch, retractObservations } from './store-observations.js'
import { regionOf } from './store-region.js'

const PAGE = 20
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const LangQuery = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const InLang = Type.Object(LangQuery)

export function itemOf({ places }: Library, stored: StoredSubject): SubjectItem {
  const { id, name, audience, place, creditCode, sample } = stored
  return { id, name, audience, place: place === null ? null : places.path(place), creditCode, sample }
}

/** Companies and other subjects, and what is known of them. */
export async function subjectRoutes(api: App, context: AppContext): Promise<void> {
  listRoutes(api, context)
  factRoutes(api, context)
}

async function subjectOr404({ pool }: AppContext, id: string): Promise<StoredSubject> {
  const stored = await findSubject(pool, await regionOf(pool), id)
  if (!stored) throw new HttpError('subject.not-found', { id })
  return stored
}

async function detailOf(context: AppContext, id: string): Promise<SubjectDetail> {
  const { pool, library } = context
  const stored = await subjectOr404(context, id)
  const owner = stored.ownerId === null ? null : await findSubject(pool, await regionOf(pool), stored.ownerId)
  return {
    ...itemOf(library, stored),
    packs: await packsOf(pool, id),
    owner: owner && { id: owner.id, name: owner.name },
  }
}

function checkPacks({ packs: known }: Library, packs: readonly string[]): void {
  const wrong = packs.filter((id) => !known.has(id))
  if (wrong.length > 0) throw new HttpError('pack.not-found', { packs: wrong })
}

/** Codes nest by two digits: those of a place begin alike. */
function placePrefix({ packs }: Library, region: string | undefined): string | undefined {
  if (region === undefined) return undefined
  const pack = packs.get(region)
  if (!pack) throw new HttpError('pack.not-found', { packs: [region] })
  return pack.appliesCode?.replace(/(00){1,3}$/, '')
}

function listRoutes(api: App, context: AppContext): void {
  const { pool, today } = context
  api.get(
    '/subjects',
    {
      schema: {
        summary: 'Finds subjects by part of the name or the beginning of the credit code',
        querystring: Type.Object({ ...SubjectQuery.properties, ...LangQuery }),
        response: { 200: SubjectList },
      },
    },
    async ({ query }) => {
      const { library } = context
      const { q, audience, region, page = 1 } = query
      const prefix = placePrefix(library, region)
      const found = await searchSubjects(pool, await regionOf(pool), {
        q,
        audience,
        placePrefix: prefix,
        limit: PAGE,
        offset: (page - 1) * PAGE,
      })
      return { items: found.items.map((s) => itemOf(library, s)), total: found.total, pageSize: PAGE }
    },
  )
  api.post(
    '/subjects',
    {
      schema: {
        summary: 'Enters a subject',
        querystring: InLang,
        body: CreateSubject,
        response: { 201: SubjectDetail },
      },
    },
    async (request, reply) => {
      const id = await inTransaction(pool, async (tx) =>
        createSubject(tx, context.library, await regionOf(tx), request.body, {
          lang: languageOf(request),
          today: today(),
        }),
      )
      return reply.status(201).send(await detailOf(context, id))
    },
  )
  api.get(
    '/subjects/:id',
    { schema: { summary: 'One subject', params: Id, querystring: InLang, response: { 200: SubjectDetail } } },
    async ({ params }) => detailOf(context, params.id),
  )
  api.put(
    '/subjects/:id/packs',
    {
      schema: {
        summary: 'Regions to look at beside its own',
        params: Id,
        querystring: InLang,
        body: SubjectPacks,
        response: { 200: SubjectPacks },
      },
    },
    async ({ params, body }) => {
      await subjectOr404(context, params.id)
      checkPacks(context.library, body.packs)
      await inTransaction(pool, (tx) => replacePacks(tx, params.id, body.packs))
      return { packs: await packsOf(pool, params.id) }
    },
  )
}

function factRoutes(api: App, context: AppContext): void {
  const { pool, today } = context
  api.get(
    '/subjects/:id/facts',
    {
      schema: {
        summary: 'All that is known of a subject, by year, with sources',
        params: Id,
        querystring: InLang,
        response: { 200: SubjectFacts },
      },
    },
    async (request) => {
      const { id, audience } = await subjectOr404(context, request.params.id)
      const onYear = Number(today().slice(0, 4))
      return factTable(context.library, await knownOf(pool, id), {
        audience,
        onYear,
        lang: languageOf(request),
      })
    },
  )
  api.post(
    '/subjects/:id/facts',
    {
      schema: {
        summary: 'Adds facts; `undo` of the answer takes them back',
        params: Id,
        querystring: InLang,
        body: SaveFacts,
        response: { 200: SavedFacts },
      },
    },
    async (request) => {
      const subject = await subjectOr404(context, request.params.id)
      const { facts = {}, records = {}, source } = request.body
      if (Object.keys(facts).length + Object.keys(records).length === 0) throw new HttpError('facts.nothing')
      const { library } = context
      if (actorOf(request).role === 'manager' && isRegister(library, { source: source ?? null }))
        throw new HttpError('facts.source-register', { source })
      const read = readFacts(library, { facts, records })
      const lang = languageOf(request)
      const said = source ?? (lang === 'zh' ? '企业填写' : 'Entered by hand')
      return inTransaction(pool, (tx) =>
        saveFacts(tx, library, { subject, ...read, source: said, observedAt: today(), lang }),
      )
    },
  )
  api.delete(
    '/subjects/:id/facts/:observation',
    {
      schema: {
        summary: 'Takes back one observation, or by an undo token all that was written together',
        params: Type.Object({
          ...Id.properties,
          observation: Type.Union([
            Type.String({ format: 'uuid' }),
            Type.String({ pattern: '^[0-9]{1,18}$' }),
          ]),
        }),
        querystring: InLang,
        response: { 200: RetractedFacts },
      },
    },
    async ({ params: { id, observation } }) => {
      const { ownerId } = await subjectOr404(context, id)
      const subjects = ownerId === null ? [id] : [id, ownerId]
      const retracted = await inTransaction(pool, async (tx) => {
        if (observation.includes('-')) return retractBatch(tx, subjects, observation)
        const own = (await observationsOf(tx, [id])).some((o) => o.id === observation)
        return own ? retractObservations(tx, await regionOf(tx), [observation]) : 0
      })
      if (retracted === 0) throw new HttpError('facts.not-found')
      return { retracted }
    },
  )
}
