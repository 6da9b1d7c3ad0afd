import { inLang, type Lang } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf, requireName } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { CSV, type TextTable, textCsv, textXlsx, XLSX } from '../text-table/text-table.js'
import { find, findAll, itemOf } from './find.js'
import { type Names, names } from './names.js'
import { Found, SavedSearch, SaveSearch, SearchQuery } from './schema.js'
import { deleteSearch, savedSearches, saveSearch } from './store-saved.js'

const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const InLang = Type.Object({ lang })
const Query = Type.Object({ ...SearchQuery.properties, lang })
const MOST_SAVED = 50

/** Search across resources of every kind. */
export async function searchRoutes(api: App, context: AppContext): Promise<void> {
  let written = true
  const deaf = context.wrote.listen(() => {
    written = true
  })
  const found = names(context.pool, () => {
    const was = written
    written = false
    return was
  })
  api.addHook('onClose', async () => {
    deaf()
    await found.stop()
  })
  api.get(
    '/search',
    {
      schema: {
        summary: 'Resources of every kind by part of a name, pinyin, initials or identifier, with counts',
        querystring: Query,
        response: { 200: Found },
      },
    },
    async (request) => find(context, found, request.query, languageOf(request)),
  )
  fileRoutes(api, context, found)
  savedRoutes(api, context)
}

function fileRoutes(api: App, context: AppContext, found: Names): void {
  for (const form of ['xlsx', 'csv'] as const)
    api.get(
      `/search.${form}`,
      {
        schema: {
          summary: `What is found as ${form === 'xlsx' ? 'a workbook' : 'CSV'}, 10,000 rows at most`,
          querystring: Type.Omit(Query, ['page']),
        },
      },
      async (request, reply) => {
        const table = await tableOf(context, found, request.query, languageOf(request))
        const file = encodeURIComponent(`搜索结果-${context.today()}.${form}`)
        return reply
          .type(form === 'xlsx' ? XLSX : CSV)
          .header('content-disposition', `attachment; filename="search.${form}"; filename*=UTF-8''${file}`)
          .send(form === 'xlsx' ? await textXlsx(table, WIDTHS) : textCsv(table))
      },
    )
}

const WIDTHS = [14, 44, 26, 30, 40]
const HEAD = [
  { zh: '类别', en: 'Kind' },
  { zh: '名称', en: 'Name' },
  { zh: '代码', en: 'Code' },
  { zh: '所在地', en: 'Place' },
  { zh: '编号', en: 'Id' },
]

async function tableOf(context: AppContext, found: Names, query: SearchQuery, of: Lang): Promise<TextTable> {
  const rows = await findAll(context, found, query)
  return [
    HEAD.map((head) => inLang(head, of)),
    ...rows.map((row) => {
      const { kindName, name, code, place, id } = itemOf(context.library, row, of)
      return [kindName, name, code ?? '', place ?? '', id]
    }),
  ]
}

function savedRoutes(api: App, { pool }: AppContext): void {
  api.get(
    '/searches',
    {
      schema: {
        summary: 'Searches that whoever asks has saved',
        querystring: InLang,
        response: { 200: Type.Array(SavedSearch) },
      },
    },
    async (request) => savedSearches(pool, await regionOf(pool), requireName(actorOf(request))),
  )
  api.post(
    '/searches',
    {
      schema: {
        summary: 'Saves a search; one of the same title takes its place',
        querystring: InLang,
        body: SaveSearch,
        response: { 201: SavedSearch },
      },
    },
    async (request, reply) => {
      const actor = requireName(actorOf(request))
      const region = await regionOf(pool)
      const there = await savedSearches(pool, region, actor)
      const again = there.some(({ title }) => title === request.body.title)
      if (there.length >= MOST_SAVED && !again) throw new HttpError('search.too-many', { most: MOST_SAVED })
      return reply.status(201).send(await saveSearch(pool, region, actor, request.body))
    },
  )
  api.delete(
    '/searches/:id',
    {
      schema: {
        summary: 'Deletes a saved search, and gives those that are left',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: InLang,
        response: { 200: Type.Array(SavedSearch) },
      },
    },
    async (request) => {
      const actor = requireName(actorOf(request))
      const region = await regionOf(pool)
      if (!(await deleteSearch(pool, region, actor, request.params.id)))
        throw new HttpError('search.not-saved', { id: request.params.id })
      return savedSearches(pool, region, actor)
    },
  )
}
