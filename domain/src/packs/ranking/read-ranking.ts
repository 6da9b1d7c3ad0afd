import { USUAL_WEIGHTS } from '../../matching/ranking/usual.js'
import type { Cite } from '../../rules/programme.js'
import {
  type CooperationRegion,
  FEATURES,
  type Feature,
  type FeatureWeight,
  type RankingWeights,
} from '../../rules/ranking-weights.js'
import { parseDay } from '../../shared/day.js'
import type { PlaceIndex } from '../../shared/places.js'
import type { Text } from '../../shared/text.js'
import { readCite } from '../item.js'
import type { Fields, Reader, YamlNode } from '../reader.js'

/** What one pack says of ranking; what it does not say it takes from the one that it extends. */
export interface RankingFile {
  readonly pack: string
  readonly title: Text
  readonly dated: string
  readonly cite: Cite
  readonly intercept: number | null
  readonly features: ReadonlyMap<Feature, FeatureWeight>
  readonly halfLifeMonths: number | null
  readonly recordStrength: number | null
  readonly regions: readonly {
    readonly title: Text
    readonly cite: Cite
    readonly places: readonly { readonly name: string; readonly node: YamlNode }[]
  }[]
}

const KEYS = [
  'title',
  'dated',
  'cite',
  'verified',
  'intercept',
  'features',
  'half-life-months',
  'record-strength',
  'regions',
]

/** Reads `matching.yaml`: how much each feature of a match counts in a region, and which places work together. */
export function readRanking(reader: Reader, pack: string): RankingFile[] {
  const fields = reader.fields(reader.root, 'matching.yaml', KEYS, ['title', 'dated', 'cite'])
  const [title, dated] = [fields.text('title'), fields.scalar('dated')]
  if (title === null || dated === null) return []
  if (parseDay(dated) === undefined)
    reader.refuse(fields.get('dated'), 'ranking.dated', `“${dated}” is no day`, { expected: '2026-11-25' })
  return [
    {
      pack,
      title,
      dated,
      cite: readCite(reader, fields),
      intercept: decimal(reader, fields, 'intercept', [-20, 20]),
      features: readFeatures(reader, fields),
      halfLifeMonths: decimal(reader, fields, 'half-life-months', [1, 600]),
      recordStrength: decimal(reader, fields, 'record-strength', [0, 1000]),
      regions: fields.items('regions').flatMap((node) => readRegion(reader, node)),
    },
  ]
}

function readFeatures(reader: Reader, fields: Fields): Map<Feature, FeatureWeight> {
  const found = new Map<Feature, FeatureWeight>()
  const entries = reader.entries(fields.get('features'), 'features', FEATURES)
  for (const feature of FEATURES) {
    const entry = entries.get(feature)
    if (!entry) continue
    const one = reader.fields(entry.value, feature, ['weight', 'prior', 'note'], ['weight', 'prior'])
    const [weight, prior] = [decimal(reader, one, 'weight', [-20, 20]), decimal(reader, one, 'prior', [0, 1])]
    if (weight !== null && prior !== null) found.set(feature, { weight, prior, note: one.text('note') })
  }
  return found
}

function readRegion(reader: Reader, node: YamlNode): RankingFile['regions'][number][] {
  const keys = ['title', 'places', 'cite', 'verified']
  const fields = reader.fields(node, 'A region of cooperation', keys, ['title', 'places', 'cite'])
  const title = fields.text('title')
  const cite = readCite(reader, fields)
  if (fields.has('cite') && cite.document === null)
    reader.refuse(fields.get('cite'), 'ranking.cite', 'A region wants the document that sets it up', {
      expected: 'cite: {document: …, article: …}',
    })
  const places = fields.items('places').flatMap((item) => {
    const name = reader.scalar(item, 'A place')
    return name === null ? [] : [{ name, node: item }]
  })
  if (fields.has('places') && places.length < 2)
    reader.refuse(node, 'ranking.alone', 'A region of cooperation has two places or more')
  return title === null ? [] : [{ title, cite, places }]
}

function decimal(
  reader: Reader,
  fields: Fields,
  key: string,
  [least, most]: readonly [number, number],
): number | null {
  const text = fields.scalar(key)
  if (text === null) return null
  const number = /^-?\d{1,6}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  reader.refuse(fields.get(key), 'ranking.number', `“${key}” is a number, not “${text}”`, {
    expected: `${least} to ${most}`,
  })
  return null
}

/** What is in force for a pack: its own file over those that it extends, `files` from the widest to the nearest. */
export function rankingFrom(
  files: readonly { readonly file: RankingFile; readonly reader: Reader }[],
  places: PlaceIndex,
): RankingWeights {
  return files.reduce<RankingWeights>((before, { file, reader }) => {
    const { title, dated, cite, pack } = file
    return {
      pack,
      title,
      dated,
      cite,
      intercept: file.intercept ?? before.intercept,
      features: { ...before.features, ...Object.fromEntries(file.features) },
      halfLifeMonths: file.halfLifeMonths ?? before.halfLifeMonths,
      recordStrength: file.recordStrength ?? before.recordStrength,
      regions: [...regionsOf(file, reader, places), ...before.regions],
    }
  }, USUAL_WEIGHTS)
}

function regionsOf(file: RankingFile, reader: Reader, places: PlaceIndex): CooperationRegion[] {
  return file.regions.map(({ title, cite, places: named }) => ({
    title,
    cite,
    places: named.flatMap(({ name, node }) => {
      const codes = places.find(name)
      if (codes.length === 1) return codes
      reader.refuse(
        node,
        'ranking.place',
        codes.length === 0
          ? `“${name}” is no place that is known`
          : `“${name}” can be ${codes.map((code) => places.path(code)).join(', ')}`,
        { suggestion: places.suggest(name) ?? undefined },
      )
      return []
    }),
  }))
}
