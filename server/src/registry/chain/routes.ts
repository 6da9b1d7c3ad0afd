import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { languageOf } from '../../http/language.js'
import { detailOf } from './detail.js'
import { chainWorkbook } from './file.js'
import { findInChains, overviewOf } from './find.js'
import { itemOf, numberOf } from './items.js'
import { graphOf } from './keeper.js'
import { pictureOf } from './picture.js'
import {
  ChainDetail,
  ChainFound,
  ChainOverview,
  ChainPicture,
  ChainTable,
  FindQuery,
  Id,
  InLang,
  PictureQuery,
  TableQuery,
} from './schema.js'
import { tableOf, wholeTable } from './table.js'

/** Industry chains: what goes into what, who makes it here and elsewhere, and where nobody does. */
export async function chainRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/chain',
    {
      schema: {
        summary: 'The industries at the top, with how many of their links have a company here',
        querystring: InLang,
        response: { 200: ChainOverview },
      },
    },
    async (request) => overviewOf(context.library, await graphOf(context), languageOf(request)),
  )
  api.get(
    '/chain/find',
    {
      schema: {
        summary: 'Products, industries and companies of chains by part of their name',
        querystring: FindQuery,
        response: { 200: ChainFound },
      },
    },
    async ({ query: { q, kind } }) => findInChains(await graphOf(context), q, kind),
  )
  api.get(
    '/chain/:id',
    {
      schema: {
        summary: 'One link: partners here and elsewhere, and what is next to it',
        params: Id,
        querystring: InLang,
        response: { 200: ChainDetail },
      },
    },
    async ({ params }) => detailOf(await graphOf(context), context.library, params.id),
  )
  api.get(
    '/chain/:id/stages',
    {
      schema: {
        summary:
          'What lies around it, stage by stage, with places for a picture; `open` names blocks to drill into',
        params: Id,
        querystring: PictureQuery,
        response: { 200: ChainPicture },
      },
    },
    async ({ params, query: { depth = 3, open = [] } }) =>
      pictureOf(await graphOf(context), params.id, depth, open),
  )
  tableRoutes(api, context)
}

function tableRoutes(api: App, context: AppContext): void {
  api.get(
    '/chain/:id/table',
    {
      schema: {
        summary: 'The same links as a list, or the gaps among them, the most serious first',
        params: Id,
        querystring: TableQuery,
        response: { 200: ChainTable },
      },
    },
    async ({ params, query }) => tableOf(await graphOf(context), params.id, query),
  )
  api.get(
    '/chain/:id/table.xlsx',
    {
      schema: {
        summary: 'The list as a workbook',
        params: Id,
        querystring: Type.Omit(TableQuery, ['page']),
      },
    },
    async (request, reply) => {
      const kept = await graphOf(context)
      const { params, query } = request
      const { name } = itemOf(kept.graph, numberOf(kept, params.id))
      const file = encodeURIComponent(
        `产业链-${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}-${context.today()}.xlsx`,
      )
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="chain.xlsx"; filename*=UTF-8''${file}`)
        .send(chainWorkbook(wholeTable(kept, params.id, query), languageOf(request)))
    },
  )
}
