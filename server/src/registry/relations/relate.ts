import { checkRelations, RELATION_TYPES } from '@kehui/domain/registry/relations'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { Db } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { chainNodes } from '../chain/store.js'
import type { NewRelationBody, RelationItem } from './schema.js'
import { insertRelations, relationsOf, type StoredRelation, standingRelations } from './store.js'

/** Enters one relation by hand. */
export async function relate(
  db: Db,
  region: number,
  { type, from, to, weight, source }: NewRelationBody,
  lang: Lang,
): Promise<void> {
  const nodes = new Map((await chainNodes(db, region, [from, to])).map((node) => [node.id, node]))
  const [first, second] = [nodes.get(from), nodes.get(to)]
  if (!first || !second) throw new HttpError('relation.end', { id: first ? to : from })
  const known = RELATION_TYPES.get(type)?.acyclic ? await standingRelations(db, region, [type]) : []
  const draft = { type, from: first, to: second, weight: weight ?? null }
  const [problem] = checkRelations([draft], known, lang)
  if (problem) throw new HttpError('relation.refused', { problem: problem.message, code: problem.code })
  const said = source ?? (lang === 'zh' ? '人工登记' : 'Entered by hand')
  await insertRelations(db, region, [draft], { source: said })
}

export async function relationItems(
  db: Db,
  region: number,
  subject: string,
  lang: Lang,
): Promise<RelationItem[]> {
  const stored = await relationsOf(db, region, subject)
  const others = stored.map(({ from, to }) => (from.id === subject ? to.id : from.id))
  const names = new Map((await chainNodes(db, region, others)).map(({ id, name }) => [id, name]))
  return stored.flatMap((relation) => {
    const item = itemFor(relation, subject, lang)
    const name = names.get(item.other.id)
    return name === undefined ? [] : [{ ...item, other: { ...item.other, name } }]
  })
}

function itemFor(
  { id, type, from, to, weight, source, row, recordedAt }: StoredRelation,
  subject: string,
  lang: Lang,
): RelationItem {
  const inverse = from.id !== subject
  const known = RELATION_TYPES.get(type)
  const label = known && inLang(inverse ? known.inverse : known.label, lang)
  return {
    id,
    type,
    label: label ?? type,
    inverse,
    other: { ...(inverse ? from : to), name: '' },
    weight,
    weightLabel: known?.weight ? inLang(known.weight, lang) : null,
    source,
    row,
    recordedAt: recordedAt.toISOString(),
  }
}
