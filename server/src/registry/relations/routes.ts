import { RELATION_TYPES } from '@kehui/domain/registry/relations'
import { inLang } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { inTransaction } from '../../database/pool.js'
import { requireRole } from '../../http/auth.js'
import { HttpError } from '../../http/error.js'
import { languageOf } from '../../http/language.js'
import { regionOf } from '../store-region.js'
import { relate, relationItems } from './relate.js'
import { NewRelationBody, RelationList, RelationTypeList } from './schema.js'
import { retractRelations } from './store.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const InLang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })

/** What resources are to each other. */
export async function relationRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  api.get(
    '/relation-types',
    {
      schema: {
        summary: 'Every relation, with the kinds of resources that it joins',
        querystring: InLang,
        response: { 200: RelationTypeList },
      },
    },
    async (request) => {
      const lang = languageOf(request)
      const items = [...RELATION_TYPES.values()].map(({ id, label, inverse, from, to, acyclic, weight }) => ({
        id,
        label: inLang(label, lang),
        inverse: inLang(inverse, lang),
        from: [...from],
        to: [...to],
        acyclic,
        weight: weight && inLang(weight, lang),
      }))
      return { items }
    },
  )
  api.get(
    '/subjects/:id/relations',
    {
      schema: {
        summary: 'What it is to others and they to it, with sources',
        params: Id,
        querystring: InLang,
        response: { 200: RelationList },
      },
    },
    async (request) => ({
      items: await relationItems(pool, await regionOf(pool), request.params.id, languageOf(request)),
    }),
  )
  api.post(
    '/relations',
    {
      schema: {
        summary: 'Enters a relation',
        querystring: InLang,
        body: NewRelationBody,
        response: { 201: RelationList },
      },
    },
    async (request, reply) => {
      requireRole(request, 'clerk', 'service-team')
      const lang = languageOf(request)
      const { body } = request
      const items = await inTransaction(pool, async (tx) => {
        const region = await regionOf(tx)
        await relate(tx, region, body, lang)
        const told = await relationItems(tx, region, body.from, lang)
        return told.filter((item) => item.type === body.type && item.other.id === body.to)
      })
      return reply.status(201).send({ items })
    },
  )
  api.delete(
    '/relations/:id',
    {
      schema: {
        summary: 'Takes a relation back',
        params: Id,
        querystring: InLang,
        response: { 200: Type.Object({ retracted: Type.Integer() }) },
      },
    },
    async (request) => {
      requireRole(request, 'clerk', 'service-team')
      const { id } = request.params
      const retracted = await inTransaction(pool, async (tx) =>
        retractRelations(tx, await regionOf(tx), [id]),
      )
      if (retracted === 0) throw new HttpError('relation.not-found')
      return { retracted }
    },
  )
}
