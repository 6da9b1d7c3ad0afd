import { byPrecedence, type Sourced } from '@kehui/domain/registry/facts'
import { type Cell, type Field, isSameCell, showCell, type Visibility } from '@kehui/domain/registry/fields'
import { type Kind, qualityOf } from '@kehui/domain/registry/kinds'
import type { Library } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { ImportedRow } from '../store-imported.js'
import type { ResourceDetail, ResourceField } from './schema.js'
import type { StoredResource } from './store-resources.js'

export interface Seeing {
  readonly lang: Lang
  readonly today: string
  readonly visible: ReadonlySet<Visibility>
  readonly places: Library['places']
}

interface Said extends Sourced {
  readonly cell: Cell
  readonly row: ImportedRow
}

/** All that is known of a resource: of each field the value that counts, and beside it what other sources say. */
export function resourceDetail(
  kind: Kind,
  stored: StoredResource,
  rows: readonly ImportedRow[],
  seeing: Seeing,
): ResourceDetail {
  const said = new Map(kind.fields.map((field) => [field.name, saidOf(field, rows)]))
  const own = ownCells(kind, stored)
  const cells = new Map<string, Cell>(own)
  for (const [name, all] of said) if (all[0]) cells.set(name, all[0].cell)
  const differing = kind.fields
    .filter(({ name }) => (said.get(name) ?? []).some((one, _, all) => !isSameCell(one.cell, all[0]?.cell)))
    .map(({ name }) => name)
  const observedOn =
    rows
      .map(({ origin }) => origin.observedOn)
      .toSorted()
      .at(-1) ?? null
  const fields = kind.fields
    .filter(({ visibility }) => seeing.visible.has(visibility))
    .flatMap((field) => fieldOf(field, said.get(field.name) ?? [], own.get(field.name), seeing))
  const { id, name, code, place, sample } = stored
  return {
    id,
    kind: kind.id,
    kindLabel: inLang(kind.label, seeing.lang),
    name,
    code,
    place: place === null ? null : seeing.places.path(place),
    sample,
    fields,
    quality: labelled(kind, qualityOf(kind, { cells, observedOn, differing }, seeing.today), seeing.lang),
  }
}

/** What was entered with it, where no source says it. */
function ownCells(kind: Kind, { name, code, place }: StoredResource): Map<string, Cell> {
  const own = new Map<string, Cell>([['name', name]])
  if (kind.code !== null && code !== null) own.set(kind.code, code)
  if (kind.place !== null && place !== null) own.set(kind.place, place)
  return own
}

function saidOf({ name }: Field, rows: readonly ImportedRow[]): Said[] {
  return rows
    .flatMap((row): Said[] => {
      const { layout, observedOn, standing, confidence, recordedAt } = row.origin
      const cell = row.cells[layout.findIndex(({ key }) => key === name)]
      if (cell === null || cell === undefined) return []
      const recorded = `${recordedAt} ${String(row.row).padStart(10, '0')}`
      return [{ cell, row, observedOn, standing, confidence, recorded }]
    })
    .sort((a, b) => (b.row.year ?? 0) - (a.row.year ?? 0) || byPrecedence(a, b))
}

function fieldOf(
  field: Field,
  said: readonly Said[],
  own: Cell | undefined,
  seeing: Seeing,
): ResourceField[] {
  const { places, lang } = seeing
  const shown = ({ cell, row, observedOn, standing, confidence, recorded }: Said) => ({
    text: showCell(field, cell, places, lang),
    source: row.origin.source,
    standing,
    confidence,
    observedOn,
    recordedAt: recorded.slice(0, 20),
    year: row.year,
    import: row.origin.no,
    row: row.row,
  })
  const [first, ...others] = said
  if (first === undefined && own === undefined) return []
  return [
    {
      field: field.name,
      label: inLang(field.label, lang),
      value: first?.cell ?? own ?? null,
      text: showCell(field, first?.cell ?? own ?? '', places, lang),
      visibility: field.visibility,
      differs: said.some(({ cell }) => !isSameCell(cell, first?.cell)),
      chosen: first ? shown(first) : null,
      others: others.map(shown),
    },
  ]
}

function labelled(kind: Kind, quality: ReturnType<typeof qualityOf>, lang: Lang): ResourceDetail['quality'] {
  const label = (name: string) => {
    const field = kind.fields.find((one) => one.name === name)
    return field ? inLang(field.label, lang) : name
  }
  const { score, completeness, fresh, missing, differing } = quality
  return {
    score,
    completeness,
    fresh,
    missing: missing.map(({ field, adds }) => ({ field, label: label(field), adds })),
    differing: differing.map(label),
  }
}
