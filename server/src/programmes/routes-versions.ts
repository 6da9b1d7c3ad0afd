import type { PackSource } from '@kehui/domain/packs'
import { compareStates } from '@kehui/domain/packs/compare'
import { inLang } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { filesAt } from '../publishing/library-at.js'
import { findSnapshot } from '../publishing/store-snapshots.js'
import { Lang, ProgrammeId, programmeOf } from './ask.js'
import { versionsOf } from './store-versions.js'
import { toldOf, VersionComparison, VersionList, versionList } from './versions.js'

const Snapshot = Type.Integer({ minimum: 1 })

export async function versionRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/programmes/:id/versions',
    {
      schema: {
        summary:
          'All versions of a programme that were in force, each with what changed against the one before',
        params: ProgrammeId,
        querystring: Type.Object({ lang: Lang }),
        response: { 200: VersionList },
      },
    },
    async (request) => {
      const { id } = request.params
      const lang = languageOf(request)
      const rows = await versionsOf(context.pool, id)
      // One that was withdrawn keeps its history.
      const inForce = context.library.programmes.get(id)
      const title =
        rows.length > 0 && !inForce ? id : inLang(programmeOf(context.library, id, lang).title, lang)
      return versionList(rows, title, lang)
    },
  )

  api.get(
    '/programmes/:id/versions/compare',
    {
      schema: {
        summary: 'Two versions of a programme, by their snapshots: what changed, and both texts',
        params: ProgrammeId,
        querystring: Type.Object({ from: Snapshot, to: Snapshot, lang: Lang }),
        response: { 200: VersionComparison },
      },
    },
    async (request) => {
      const { from, to } = request.query
      const { id } = request.params
      const rows = await versionsOf(context.pool, id)
      const side = (snapshot: number) => {
        const row = rows.find((one) => one.snapshot === snapshot)
        if (!row) throw new HttpError('version.not-found', { id, snapshot })
        return { snapshot, text: row.text ?? '', path: row.path }
      }
      const [before, after] = [side(from), side(to)]
      const changes = compareStates(
        { before: before.path, after: after.path },
        await stateAt(context, from),
        await stateAt(context, to),
      )
      return { path: after.path, before, after, changes: toldOf(changes, languageOf(request)) }
    },
  )
}

/** All files that were in force with a snapshot. */
async function stateAt({ pool }: AppContext, snapshot: number): Promise<PackSource[]> {
  const found = await findSnapshot(pool, snapshot)
  return found ? filesAt(pool, found.files) : []
}
