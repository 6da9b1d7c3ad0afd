import { readSidesJson } from '@kehui/domain/cases/assignment'
import { createFromFile } from '../assignment/act.js'
import { computeNow } from '../assignment/start.js'
import { hasSampleRound } from '../assignment/store.js'
import type { Pool } from '../database/pool.js'

const [EAST, WEST] = ['云麓区', '临江区']
const BY = '示例经办'

/** Invented commissioners: name, county, how many villages, fields, which villages they would rather go to. */
const COMMISSIONERS: readonly (readonly [string, string, number, readonly string[], readonly string[]])[] = [
  ['示例特派员 叶岚', EAST, 2, ['茶叶', '植保'], ['C01', 'C02', 'C05']],
  ['示例特派员 苏禾', EAST, 2, ['蔬菜', '土壤'], ['C03', 'C01', 'C04']],
  ['示例特派员 石川', WEST, 1, ['水产'], ['C08', 'C09']],
  ['示例特派员 柳溪', WEST, 2, ['柑橘', '植保'], ['C10', 'C11', 'C08', 'C12']],
  ['示例特派员 谷雨', EAST, 1, ['食用菌'], ['C05', 'C06']],
  ['示例特派员 江屿', WEST, 2, ['畜牧', '兽医'], ['C12', 'C09', 'C13']],
  ['示例特派员 白露', EAST, 1, ['农产品加工'], ['C01', 'C06', 'C11']],
  ['示例特派员 钟山', WEST, 1, ['农机'], ['C13', 'C10']],
  ['示例特派员 南星', EAST, 0, ['中药材'], []],
]

/** Invented villages: name, county, fields, whom they would rather have. */
const VILLAGES: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['上茶村（示例）', EAST, ['茶叶'], ['T1', 'T7', 'T2']],
  ['云顶村（示例）', EAST, ['茶叶', '植保'], ['T1']],
  ['菜园村（示例）', EAST, ['蔬菜'], ['T2']],
  ['沃土村（示例）', EAST, ['土壤'], ['T2', 'T1']],
  ['竹荪村（示例）', EAST, ['食用菌'], ['T5', 'T1']],
  ['石磨村（示例）', EAST, ['农产品加工'], ['T7', 'T5']],
  ['远山村（示例）', EAST, ['中药材'], ['T9']],
  ['鱼塘村（示例）', WEST, ['水产'], ['T3', 'T4']],
  ['湖口村（示例）', WEST, ['水产', '畜牧'], ['T6', 'T3']],
  ['橘林村（示例）', WEST, ['柑橘'], ['T4', 'T8']],
  ['桥头村（示例）', WEST, ['柑橘', '农产品加工'], ['T7', 'T4']],
  ['牧场村（示例）', WEST, ['畜牧'], ['T6']],
  ['大田村（示例）', WEST, ['农机', '畜牧'], ['T8', 'T6']],
]

/** A round to look at, once: as if somebody had uploaded both sides and computed. */
export async function loadSampleRound(pool: Pool, region: number): Promise<void> {
  if (await hasSampleRound(pool, region)) return
  const read = readSidesJson({
    left: COMMISSIONERS.map(([name, county, capacity, fields, wishes], i) => ({
      id: `T${i + 1}`,
      name,
      county,
      capacity,
      fields,
      wishes,
    })),
    right: VILLAGES.map(([name, county, fields, wishes], i) => ({
      id: `C${String(i + 1).padStart(2, '0')}`,
      name,
      county,
      fields,
      wishes,
    })),
  })
  const id = await createFromFile(
    { pool },
    region,
    { title: '科技特派员选派（示例）', kind: 'commissioner-village', way: 'stable' },
    { read: { ...read, notes: [] }, fileName: '特派员与村（示例）.json', byName: BY, sample: true },
  )
  await computeNow(pool, region, id, { way: 'stable', keep: 'ties', byName: BY })
}
