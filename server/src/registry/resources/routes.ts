import { Readable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { Visibility } from '@kehui/domain/registry/fields'
import type { Kind } from '@kehui/domain/registry/kinds'
import { inLang } from '@kehui/domain/shared'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { actorOf, requireRole } from '../../http/auth.js'
import { HttpError } from '../../http/error.js'
import { languageOf } from '../../http/language.js'
import { readChanges } from '../changes/read-changes.js'
import { ChangeList } from '../changes/schema.js'
import { takeFeed } from '../feed/feed.js'
import { LoadResult } from '../imports/schema.js'
import { importedRows } from '../store-imported.js'
import { regionOf } from '../store-region.js'
import { resourceDetail } from './detail.js'
import { exportCsv, exportJsonLines } from './export.js'
import { FeedBody, KindList, ResourceDetail, type ResourceItem, ResourcePage } from './schema.js'
import { countByKind, findResource, listResources, type StoredResource } from './store-resources.js'

const REQUESTS_A_MINUTE = 600
const MOST_A_PAGE = 500
const InLang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
const Filter = {
  ...InLang.properties,
  kind: Type.String({ maxLength: 60 }),
  place: Type.Optional(Type.String({ pattern: '^\\d{6}$', description: 'A division code; all within it' })),
}

/** The registry for other systems: kinds, resources, bulk export, what changed, and what they tell. */
export async function resourceRoutes(api: App, context: AppContext): Promise<void> {
  await api.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { after }) => new HttpError('rate.limit', { after }),
  })
  readRoutes(api, context)
  exportRoutes(api, context)
  exchangeRoutes(api, context)
}

/** Who is no staff sees what is open. */
function visibleTo(request: FastifyRequest): ReadonlySet<Visibility> {
  return new Set(actorOf(request).role === 'manager' ? ['open'] : ['open', 'staff', 'personal'])
}

function kindOf({ kinds }: AppContext, id: string): Kind {
  const kind = kinds.get(id)
  if (!kind) throw new HttpError('kind.not-found', { kind: id, kinds: [...kinds.keys()] })
  return kind
}

function itemOf({ library }: AppContext, stored: StoredResource): ResourceItem {
  const { id, kind, name, code, place, sample } = stored
  return { id, kind, name, code, place: place === null ? null : library.places.path(place), sample }
}

/** Codes nest by two digits: those of a place begin alike. */
function prefixOf(place: string | undefined): string | undefined {
  return place?.replace(/(00){1,3}$/, '')
}

function readRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/kinds',
    {
      schema: {
        summary: 'Kinds of resources and their fields',
        querystring: InLang,
        response: { 200: KindList },
      },
    },
    async (request) => {
      const lang = languageOf(request)
      const visible = visibleTo(request)
      const counts = await countByKind(pool, await regionOf(pool))
      const items = [...context.kinds.values()].map((kind) => ({
        id: kind.id,
        label: inLang(kind.label, lang),
        count: counts.get(kind.id) ?? 0,
        fields: kind.fields
          .filter(({ visibility }) => visible.has(visibility))
          .map(({ name, label, type, unit, visibility, required, weight, identifier, of, codes }) => ({
            name,
            label: inLang(label, lang),
            ...{ type, unit, visibility, required, weight, identifier, of },
            codes: codes && [...codes.codes].map(([code, text]) => ({ code, label: inLang(text, lang) })),
          })),
      }))
      return { items }
    },
  )
  api.get(
    '/resources',
    {
      schema: {
        summary: 'Resources of a kind, a page at a time; by official identifier or by exact name',
        querystring: Type.Object({
          ...Filter,
          code: Type.Optional(Type.String({ maxLength: 100 })),
          name: Type.Optional(Type.String({ maxLength: 400 })),
          after: Type.Optional(Type.String({ format: 'uuid' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_A_PAGE })),
        }),
        response: { 200: ResourcePage },
      },
    },
    async ({ query: { kind, place, limit = 50, ...filter } }) => {
      const found = await listResources(pool, await regionOf(pool), {
        ...filter,
        kind: kindOf(context, kind).id,
        placePrefix: prefixOf(place),
        limit: limit + 1,
      })
      const page = found.slice(0, limit)
      return {
        items: page.map((one) => itemOf(context, one)),
        next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  )
  api.get(
    '/resources/:id',
    {
      schema: {
        summary:
          'All that is known of a resource: the value that counts of each field, with what other sources say',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: InLang,
        response: { 200: ResourceDetail },
      },
    },
    async (request) => {
      const stored = await findResource(pool, await regionOf(pool), request.params.id)
      if (!stored) throw new HttpError('resource.not-found')
      const { places } = context.library
      return resourceDetail(kindOf(context, stored.kind), stored, await importedRows(pool, [stored.id]), {
        lang: languageOf(request),
        today: context.today(),
        visible: visibleTo(request),
        places,
      })
    },
  )
}

function exportRoutes(api: App, context: AppContext): void {
  for (const [file, type, write] of [
    ['jsonl', 'application/x-ndjson', exportJsonLines],
    ['csv', 'text/csv; charset=utf-8', exportCsv],
  ] as const)
    api.get(
      `/resources.${file}`,
      {
        schema: {
          summary: 'Every resource of a kind; personal fields are left out',
          querystring: Type.Object(Filter),
        },
      },
      async (request, reply) => {
        const { kind, place } = request.query
        const of = { kind: kindOf(context, kind), visible: visibleTo(request), placePrefix: prefixOf(place) }
        const region = await regionOf(context.pool)
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="${of.kind.id}.${file}"`)
          .send(Readable.from(write(context, region, of)))
      },
    )
}

function exchangeRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/changes',
    {
      schema: {
        summary: 'Resources that were written or removed after a cursor, in an order without gaps',
        querystring: Type.Object({
          ...InLang.properties,
          after: Type.Optional(Type.String({ maxLength: 40 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        }),
        response: { 200: ChangeList },
      },
    },
    async ({ query: { after, limit = 200 } }) => readChanges(pool, await regionOf(pool), { after, limit }),
  )
  api.post(
    '/feeds/:source/:kind',
    {
      schema: {
        summary:
          'Resources from another system; those that it told before are known by its keys and can be taken back by them',
        params: Type.Object({
          source: Type.String({ minLength: 1, maxLength: 200 }),
          kind: Type.String({ maxLength: 60 }),
        }),
        querystring: InLang,
        body: FeedBody,
        response: { 200: Type.Object({ id: Type.String(), ...LoadResult.properties }) },
      },
    },
    async (request) => {
      const { name } = requireRole(request, 'service-team', 'clerk')
      const { source, kind } = request.params
      const { rows, observedOn } = request.body
      return takeFeed(context, await regionOf(pool), kindOf(context, kind), {
        source,
        observedOn,
        rows,
        actor: name,
      })
    },
  )
}
