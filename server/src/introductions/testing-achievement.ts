import { inTransaction } from '../database/pool.js'
import { ensureResources, keyOf } from '../registry/chain/store-plans.js'
import { tellCells } from '../registry/feed/tell-cells.js'
import type { Sides } from './testing-sides.js'

/** An institution and an achievement that names it; their ids. */
export async function heldAchievement(
  { db, region, context, today }: Sides,
  holder: string,
  name = '薄板激光焊接摆动工艺（示例）',
): Promise<{ institution: string; achievement: string }> {
  const kind = context.kinds.get('achievement')
  if (!kind) throw new Error('achievements are a kind')
  return inTransaction(db.pool, async (client) => {
    const resources = [
      { kind: 'institution', name: holder, place: '990102', sample: true },
      { kind: 'achievement', name, place: '990102', sample: true },
    ]
    const ids = await ensureResources(client, region, resources)
    const [institution = '', achievement = ''] = resources.map((one) => ids.get(keyOf(one)) ?? '')
    const told = {
      subject: achievement,
      key: name,
      cells: { name, institution: holder.replace('（', '(').replace('）', ')') },
    }
    const source = { name: '成果库（示例）' }
    await tellCells(client, region, kind, [told], { source, observedOn: today, today, actor: null })
    return { institution, achievement }
  })
}
