import { KINDS } from '@kehui/domain/registry/kinds'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { actOnDuplicate } from './act.js'
import { findPairs } from './find-pairs.js'
import { ActOnDuplicate, Duplicate, DuplicateList, DuplicateQuery, FoundDuplicates } from './schema.js'
import { duplicateList, duplicateView } from './view.js'

const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const InLang = Type.Object({ lang })
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Kind = Type.Object({ kind: Type.Unsafe<string>(Type.Union(KINDS.map(({ id }) => Type.Literal(id)))) })

/** Resources that may be one: found, decided by somebody, and taken back if need be. */
export async function duplicateRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/duplicates',
    {
      schema: {
        summary: 'Pairs of resources that may be one, the surest first, with the reasons',
        querystring: Type.Object({ ...DuplicateQuery.properties, lang }),
        response: { 200: DuplicateList },
      },
    },
    async (request) => {
      requireRole(request, 'clerk', 'service-team')
      return duplicateList(context, request.query, languageOf(request))
    },
  )
  api.post(
    '/duplicates/find',
    {
      schema: {
        summary: 'Compares all resources of a kind with one another',
        querystring: InLang,
        body: Kind,
        response: { 200: FoundDuplicates },
      },
    },
    async (request) => {
      requireRole(request, 'clerk', 'service-team')
      return findPairs(context, request.body.kind)
    },
  )
  api.post(
    '/duplicates/:id/actions',
    {
      schema: {
        summary: 'Merges a pair, keeps it apart, puts it off, or takes a decision back',
        params: Id,
        querystring: InLang,
        body: ActOnDuplicate,
        response: { 200: Duplicate },
      },
    },
    async (request) => {
      const { id } = request.params
      await actOnDuplicate(
        context,
        id,
        request.body,
        requireName(requireRole(request, 'clerk', 'service-team')),
      )
      const view = await duplicateView(context, id, languageOf(request))
      if (!view) throw new HttpError('duplicates.not-found', { id })
      return view
    },
  )
}
