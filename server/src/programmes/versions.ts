import { Area, type Change, compareFiles, Part } from '@kehui/domain/packs/compare'
import { inLang, type Lang, type Text } from '@kehui/domain/shared'
import Type, { type Static } from 'typebox'
import type { VersionRow } from './store-versions.js'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

/** A change of a programme in the reader's language. */
export const ToldChange = Type.Object({
  part: Part,
  area: Area,
  kind: Type.Unsafe<Change['kind']>({ type: 'string', enum: ['added', 'removed', 'changed', 'moved'] }),
  what: text,
  before: Nullable(text),
  after: Nullable(text),
  parameter: Nullable(Type.Object({ before: text, after: text })),
  clause: Nullable(text),
})
export type ToldChange = Static<typeof ToldChange>

export const VersionItem = Type.Object({
  /** The snapshot with which it came into force: by it a version is named. */
  snapshot: Type.Integer(),
  /** Null where the programme left. */
  version: Nullable(text),
  since: Type.String({ format: 'date-time' }),
  origin: Type.Union([Type.Literal('file'), Type.Literal('web')]),
  by: Nullable(text),
  note: Nullable(text),
  current: Type.Boolean(),
  /** Against the one before; null for the first, and where one of the two texts cannot be read any more. */
  changes: Nullable(Type.Array(ToldChange)),
})
export const VersionList = Type.Object({ title: text, versions: Type.Array(VersionItem) })
export type VersionList = Static<typeof VersionList>

export const VersionComparison = Type.Object({
  path: text,
  before: Type.Object({ snapshot: Type.Integer(), text }),
  after: Type.Object({ snapshot: Type.Integer(), text }),
  changes: Nullable(Type.Array(ToldChange)),
})
export type VersionComparison = Static<typeof VersionComparison>

/** The versions that were in force, the latest first, each with what it says otherwise than the one before. */
export function versionList(rows: readonly VersionRow[], title: string, lang: Lang): VersionList {
  const versions = rows.map((row, i) => {
    const before = rows.slice(i + 1).find(({ text: said }) => said !== null)
    const { snapshot, version, origin, byName, note, publishedAt } = row
    return {
      snapshot,
      version,
      since: publishedAt.toISOString(),
      origin,
      by: byName,
      note,
      current: i === 0 && version !== null,
      changes: before ? toldOf(changesBetween(before, row), lang) : null,
    }
  })
  return { title, versions }
}

function changesBetween(before: VersionRow, after: VersionRow): Change[] | null {
  if (before.text === null || after.text === null) return null
  return compareFiles({ path: before.path, text: before.text }, { path: after.path, text: after.text })
}

export function toldOf(changes: readonly Change[] | null, lang: Lang): ToldChange[] | null {
  const said = (one: Text | null) => one && inLang(one, lang)
  return (
    changes?.map(({ part, area, kind, what, before, after, parameter, clause }) => ({
      part,
      area,
      kind,
      what: inLang(what, lang),
      before: said(before),
      after: said(after),
      parameter: parameter && { ...parameter },
      clause,
    })) ?? null
  )
}
