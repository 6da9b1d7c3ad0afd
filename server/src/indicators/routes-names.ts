import {
  contradictions,
  indicatorKey,
  nameTable,
  namingEffect,
  planNaming,
  undoNaming,
  withEntries,
} from '@kehui/domain/ingest/indicators'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { keptFigures } from './kept.js'
import { NamedIndicators, NameIndicator, Naming, NamingPreview } from './schema.js'
import {
  applyEntries,
  indicatorNames,
  insertNaming,
  listNamings,
  lockNames,
  type StoredNaming,
  takeBackNaming,
} from './store.js'

const staff = ['clerk', 'service-team'] as const

/** What words of reports mean: seen, corrected with what it would change, remembered, and undone. */
export function indicatorNameRoutes(api: App, context: AppContext): void {
  readRoutes(api, context)
  writeRoutes(api, context)
}

function readRoutes(api: App, context: AppContext): void {
  api.get(
    '/indicators/names',
    {
      schema: {
        summary: 'Indicators with all the words that mean them: of reports, of the table, and of people',
        response: { 200: NamedIndicators },
      },
    },
    async () => {
      const { facts, names } = await keptFigures(context)
      const indicators = nameTable(facts, names).map((one) => ({ ...one, subjects: [...one.subjects] }))
      return { indicators }
    },
  )
  api.get(
    '/indicators/names/history',
    {
      schema: {
        summary: 'What people said of indicators, the latest first',
        response: { 200: Type.Array(Naming) },
      },
    },
    async () => (await listNamings(context.pool, await regionOf(context.pool))).map(namingView),
  )
  api.post(
    '/indicators/names/preview',
    {
      schema: {
        summary: 'What a correction of names would change; nothing is kept',
        body: NameIndicator,
        response: { 200: NamingPreview },
      },
    },
    async ({ body }) => {
      const { facts, names } = await keptFigures(context)
      const entries = planNaming(names, readable(body))
      const after = withEntries(names, entries)
      const { moves, units } = namingEffect(facts, names, after)
      return {
        entries,
        moves: [...moves],
        units: units.map((one) => ({ ...one, units: [...one.units] })),
        contradictions: {
          before: contradictions(facts, names).length,
          after: contradictions(facts, after).length,
        },
      }
    },
  )
}

function writeRoutes(api: App, { pool }: AppContext): void {
  api.put(
    '/indicators/names',
    {
      schema: {
        summary: 'Says which indicator words of reports mean; remembered for every report',
        body: NameIndicator,
        response: { 200: NameIndicator },
      },
    },
    async (request) => {
      const { name: byName } = requireName(requireRole(request, ...staff))
      const ask = readable(request.body)
      const region = await regionOf(pool)
      await inTransaction(pool, async (db) => {
        await lockNames(db, region)
        const entries = planNaming(await indicatorNames(db, region), ask)
        if (entries.length === 0) return
        await applyEntries(db, region, entries, byName)
        await insertNaming(db, region, { ...ask, entries, byName })
      })
      return ask
    },
  )
  api.post(
    '/indicators/names/history/:id/undo',
    {
      schema: {
        summary: 'Undoes what was said, unless something else was said since',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Naming },
      },
    },
    async (request) => {
      const { name: byName } = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      return inTransaction(pool, async (db) => {
        await lockNames(db, region)
        const taken = await takeBackNaming(db, region, request.params.id, byName)
        if (!taken) throw new HttpError('indicator.naming-not-found')
        const undone = undoNaming(await indicatorNames(db, region), taken.entries)
        if ('changed' in undone)
          throw new HttpError('indicator.changed-since', { subjects: undone.changed.join('、') })
        await applyEntries(db, region, undone.entries, byName)
        return namingView(taken)
      })
    },
  )
}

/** As it is remembered. */
function readable({ subjects, indicator }: NameIndicator): NameIndicator {
  const named = {
    subjects: [...new Set(subjects.map(indicatorKey))],
    indicator: indicator === null ? null : indicatorKey(indicator),
  }
  if (named.indicator === '' || named.subjects.includes('')) throw new HttpError('indicator.name-empty')
  return named
}

function namingView({ at, undoneAt, ...rest }: StoredNaming): Naming {
  return { ...rest, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }
}
