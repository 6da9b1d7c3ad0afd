import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { sentencesOf } from '../indicators/store-sentences.js'
import { regionOf } from '../registry/store-region.js'
import { digestDocx } from './docx.js'
import { draftOf } from './draft.js'
import { redraftOf } from './redraft.js'
import {
  DigestDetail,
  type DigestItem,
  DigestList,
  NewDigest,
  Redraft,
  Redrafted,
  SaveDigest,
} from './schema.js'
import {
  digestRevisions,
  findDigest,
  insertDigest,
  listDigests,
  type StoredDigest,
  saveDigest,
  setDeleted,
} from './store.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const staff = ['clerk', 'service-team'] as const

/** The next issue of a bulletin, drafted from the figures of reports. */
export async function digestRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => void requireRole(request, ...staff))
  readRoutes(api, context)
  writeRoutes(api, context)
}

function readRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/digests',
    { schema: { summary: 'Digests in draft, the latest first', response: { 200: DigestList } } },
    async () => ({ items: (await listDigests(pool, await regionOf(pool))).map(itemOf) }),
  )
  api.get(
    '/digests/:id',
    {
      schema: {
        summary: 'A digest: its statements, and the sources that they rest on',
        params: Id,
        response: { 200: DigestDetail },
      },
    },
    async ({ params: { id } }) => detailOf(await digestOr404(context, id)),
  )
  api.get(
    '/digests/:id/revisions',
    {
      schema: {
        summary: 'What a digest was each time that it was saved, the latest first',
        params: Id,
        response: { 200: Type.Array(DigestDetail) },
      },
    },
    async ({ params: { id } }) => {
      await digestOr404(context, id)
      return (await digestRevisions(pool, await regionOf(pool), id)).map(detailOf)
    },
  )
  api.get(
    '/digests/:id/file.docx',
    { schema: { summary: 'A digest as a Word file, with footnotes', params: Id } },
    async ({ params: { id } }, reply) => {
      const digest = await digestOr404(context, id)
      return reply
        .type(DOCX)
        .header('content-disposition', 'attachment; filename="digest.docx"')
        .send(Buffer.from(await digestDocx(digest, await quotesOf(context, digest))))
    },
  )
}

function writeRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/digests',
    {
      schema: {
        summary: 'Drafts a digest from the figures of chosen articles, each statement with its source',
        body: NewDigest,
        response: { 201: DigestDetail },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      const content = await draftOf(context, region, request.body)
      const id = await insertDigest(pool, region, { title: request.body.title, content, byName: name })
      return reply.status(201).send(detailOf(await digestOr404(context, id)))
    },
  )
  api.put(
    '/digests/:id',
    {
      schema: {
        summary: 'Saves a digest as it was edited; what it was before is kept',
        params: Id,
        body: SaveDigest,
        response: { 200: DigestDetail },
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, ...staff))
      const { title, sections, revision, take } = request.body
      const region = await regionOf(pool)
      const { id, ...latest } = await digestOr404(context, request.params.id)
      const earlier = take === undefined ? [] : await digestRevisions(pool, region, id)
      const { content } = earlier.find((one) => one.revision === take) ?? latest
      refuseStrangers(sections, content)
      const saved = { title, content: { ...content, sections }, byName: name, revision }
      if (!(await saveDigest(pool, region, id, saved))) throw new HttpError('digest.changed')
      return detailOf(await digestOr404(context, id))
    },
  )
  api.post(
    '/digests/:id/redraft',
    {
      schema: {
        summary: 'Drafts anew of what is chosen by now, and keeps what people did to it',
        params: Id,
        body: Redraft,
        response: { 200: Redrafted },
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      const digest = await digestOr404(context, request.params.id)
      const { title, sections, revision, dry = false } = request.body
      if (revision !== digest.revision) throw new HttpError('digest.changed')
      refuseStrangers(sections, digest.content)
      const { content, summary } = await redraftOf(context, region, digest.content.sources, request.body)
      if (dry) return { digest: detailOf({ ...digest, title, content }), summary }
      const saved = { title, content, byName: name, revision }
      if (!(await saveDigest(pool, region, digest.id, saved))) throw new HttpError('digest.changed')
      return { digest: detailOf(await digestOr404(context, digest.id)), summary }
    },
  )
  for (const [action, deleted, summary] of [
    ['delete', true, 'Puts a digest away'],
    ['restore', false, 'Brings back a digest that was put away'],
  ] as const)
    api.post(
      `/digests/:id/${action}`,
      { schema: { summary, params: Id, response: { 200: Type.Object({ id: Type.String() }) } } },
      async ({ params: { id } }) => {
        if (!(await setDeleted(pool, await regionOf(pool), id, deleted)))
          throw new HttpError('digest.not-found')
        return { id }
      },
    )
}

/** A statement cites what is listed, and nothing else. */
function refuseStrangers(sections: SaveDigest['sections'], { sources }: StoredDigest['content']): void {
  const known = new Set(sources.map(({ n }) => n))
  const stranger = sections
    .flatMap(({ statements }) => statements.flatMap((one) => one.sources))
    .find((n) => !known.has(n))
  if (stranger !== undefined) throw new HttpError('digest.source', { n: stranger })
}

/** The sentences that its figures stand in. */
async function quotesOf({ pool }: AppContext, { content }: StoredDigest): Promise<Map<string, string>> {
  const ids = content.sections.flatMap(({ statements }) => statements.flatMap(({ facts }) => facts))
  return sentencesOf(pool, await regionOf(pool), ids)
}

async function digestOr404({ pool }: AppContext, id: string): Promise<StoredDigest> {
  const found = await findDigest(pool, await regionOf(pool), id)
  if (!found) throw new HttpError('digest.not-found')
  return found
}

function itemOf({ id, title, revision, byName, at }: StoredDigest): DigestItem {
  return { id, title, revision, by: byName, at: at.toISOString() }
}

function detailOf(stored: StoredDigest): DigestDetail {
  return { ...itemOf(stored), ...stored.content }
}
