import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { actOnDraft, saveDraft } from './act.js'
import { createDraft } from './create-draft.js'
import { EffectJobs } from './effect-jobs.js'
import { publishDraft, withdrawDraft } from './publish.js'
import { effectRoutes } from './routes-effect.js'
import {
  ActOnDraft,
  CreateDraft,
  DraftDetail,
  DraftReport,
  DraftStep,
  DraftText,
  PublishingList,
  SaveDraft,
} from './schema.js'
import { findEventText } from './store-drafts.js'
import { draftDetail, publishingList, reportOn } from './view.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const InLang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
/** A programme of the greatest length, in characters of three bytes. */
const BODY_LIMIT = 8_000_000

/** Programmes in the making. Nothing of them is for anybody but clerks: it is not signed. */
export async function publishingRoutes(api: App, context: AppContext): Promise<void> {
  const jobs = new EffectJobs(context, (error) => api.log.error(error))
  api.addHook('onClose', async () => jobs.cancelAll())
  listRoutes(api, context)
  draftRoutes(api, context)
  stepRoutes(api, context, jobs)
  effectRoutes(api, jobs)
}

function listRoutes(api: App, context: AppContext): void {
  api.get(
    '/publishing',
    {
      schema: {
        summary: 'Drafts of programmes, and what of the library in force wants attention; for clerks only',
        querystring: InLang,
        response: { 200: PublishingList },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      return publishingList(context, languageOf(request))
    },
  )
  api.post(
    '/publishing/drafts',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Begins a draft from the text in force or from a text that is brought',
        querystring: InLang,
        body: CreateDraft,
        response: { 201: DraftDetail },
      },
    },
    async (request, reply) => {
      const actor = requireName(requireRole(request, 'clerk'))
      const id = await createDraft(context, request.body, actor)
      const asker = { name: actor.name, lang: languageOf(request) }
      return reply.status(201).send(await draftDetail(context, id, asker))
    },
  )
}

function draftRoutes(api: App, context: AppContext): void {
  api.get(
    '/publishing/drafts/:id',
    {
      schema: {
        summary: 'One draft: text, check, reading, text in force, history, and what the asker may do',
        params: Id,
        querystring: InLang,
        response: { 200: DraftDetail },
      },
    },
    async (request) => {
      const { name } = requireRole(request, 'clerk')
      return draftDetail(context, request.params.id, { name, lang: languageOf(request) })
    },
  )
  api.put(
    '/publishing/drafts/:id',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Keeps a text; refused where somebody else kept one that the writer has not seen',
        params: Id,
        querystring: InLang,
        body: SaveDraft,
        response: { 200: DraftDetail },
      },
    },
    async (request) => {
      const actor = requireName(requireRole(request, 'clerk'))
      await saveDraft(context, request.params.id, request.body, actor)
      return draftDetail(context, request.params.id, { name: actor.name, lang: languageOf(request) })
    },
  )
  api.post(
    '/publishing/drafts/:id/check',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Checks a text without keeping it: errors, examples, thresholds',
        params: Id,
        querystring: InLang,
        body: DraftText,
        response: { 200: DraftReport },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      return reportOn(context, request.params.id, request.body.text, languageOf(request))
    },
  )
  api.get(
    '/publishing/drafts/:id/events/:event',
    {
      schema: {
        summary: 'The text as it was after one step of the history',
        params: Type.Object({ ...Id.properties, event: Type.Integer({ minimum: 1 }) }),
        querystring: InLang,
        response: { 200: DraftText },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      const { id, event } = request.params
      const text = await findEventText(context.pool, await regionOf(context.pool), id, event)
      if (text === null) throw new HttpError('draft.not-found', { id })
      return { text }
    },
  )
}

function stepRoutes(api: App, context: AppContext, jobs: EffectJobs): void {
  api.post(
    '/publishing/drafts/:id/:step',
    {
      schema: {
        summary: 'Takes a step: rebase, submit, return, sign, publish, withdraw or discard',
        params: Type.Object({ ...Id.properties, step: DraftStep }),
        querystring: InLang,
        body: ActOnDraft,
        response: { 200: DraftDetail },
      },
    },
    async (request) => {
      const actor = requireName(requireRole(request, 'clerk'))
      const { id, step } = request.params
      if (step === 'publish') await publishDraft(context, id, request.body, actor, await jobs.summary(id))
      else if (step === 'withdraw') await withdrawDraft(context, id, request.body, actor)
      else await actOnDraft(context, id, step, request.body, actor)
      return draftDetail(context, id, { name: actor.name, lang: languageOf(request) })
    },
  )
}
