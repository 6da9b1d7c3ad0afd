import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTableFile } from '../../imports/read-table.js'
import { published, type Sides, twoSides } from '../../introductions/testing-sides.js'
import type { DemandTableRow } from './schema.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

const SEEKER = '云川焊接技术有限公司（示例）'
const HEAD = '企业名称,需求标题,具体是什么问题,预算（万元）,联系人和电话,备注'

async function post(path: string, lines: readonly string[] | Buffer, role = 'service-team') {
  const response = await at.app.inject({
    method: 'POST',
    url: `/api/v1/demand-imports${path}`,
    headers: {
      host: 'localhost',
      'x-kehui-role': role,
      'x-kehui-name': encodeURIComponent('周舟（示例）'),
      'x-file-name': encodeURIComponent('需求.csv'),
      'content-type': 'application/octet-stream',
    },
    payload: lines instanceof Buffer ? lines : Buffer.from(lines.join('\n')),
  })
  return { status: response.statusCode, body: response.json() }
}
const seen = (id: string) => at.send('service-team', 'GET', `/demands/${id}`)

test('a table is tried, entered and taken back; rows that are wrong are left out with why', async () => {
  await published(at)
  const lines = [
    HEAD,
    `${SEEKER},求薄板铝合金焊接工艺,厚度 2 mm 的铝合金薄板激光焊接之后焊缝强度只有母材的六成,60,王示例 13800000000,甲`,
    `${SEEKER},铸件气孔多,压铸件气孔率 5%,,,乙`,
    `没有这家公司,标题,问题,,,`,
    `${SEEKER},铸件气孔多,又写一遍,,,`,
    `${SEEKER},求表面处理,镀层起泡,面议,,`,
    ',,,,,',
    `${SEEKER},,没有标题,,,`,
  ]
  const tried = await post('/preview', lines)
  expect(tried.body).toMatchObject({ id: null, taken: 2, refused: 4, ignored: ['备注'] })
  const rows: DemandTableRow[] = tried.body.rows
  expect(rows.map(({ row, problems }) => [row, problems.length])).toEqual([
    [2, 0],
    [3, 0],
    [4, 1],
    [5, 1],
    [6, 1],
    [8, 1],
  ])
  expect(rows[2]?.problems[0]).toContain('没有找到“没有这家公司”')
  expect(rows[3]?.problems[0]).toContain('与第 3 行重复')
  expect(rows[4]?.problems[0]).toContain('“面议”不是金额')
  expect(rows[0]?.similar[0]?.title).toContain('焊接工艺')
  expect(rows[0]?.clarity).toBeGreaterThan(rows[1]?.clarity ?? 100)
  expect([rows[0]?.ready, rows[1]?.ready]).toEqual([true, false])

  const done = await post('?publish=true', lines)
  expect(done).toMatchObject({ status: 201, body: { taken: 2, refused: 4, published: 1 } })
  const ids = done.body.rows.flatMap(({ demand }: DemandTableRow) => demand ?? [])
  expect((await seen(ids[0])).body).toMatchObject({ state: 'published', channel: 'import' })
  expect((await seen(ids[1])).body.state).toBe('draft')
  const again = await post('', lines)
  expect(again.body.error.code).toBe('demand-table.nothing')

  const { body: edited } = await seen(ids[1])
  await at.send('service-team', 'PUT', `/demands/${ids[1]}`, {
    content: { ...edited.content, problem: '改过' },
    revision: 0,
  } as never)
  const undone = await at.send('service-team', 'POST', `/demand-imports/${done.body.id}/undo`)
  expect(undone.body).toEqual({ removed: 1, kept: [{ id: ids[1], title: '铸件气孔多' }] })
  expect((await seen(ids[0])).status).toBe(404)
  const twice = await at.send('service-team', 'POST', `/demand-imports/${done.body.id}/undo`)
  expect(twice.body.error.code).toBe('demand-table.undone')
})

test('the template can be filled in, and says what each column takes', async () => {
  const response = await at.app.inject({
    url: '/api/v1/demand-imports/template.xlsx',
    headers: { host: 'localhost', 'x-kehui-role': 'service-team' },
  })
  const { grid } = await readTableFile(response.rawPayload)
  expect(grid[0]?.[0]).toBe('企业名称或统一社会信用代码*')
  const { body } = await post('/preview', response.rawPayload)
  expect(body.rows[0].problems).toEqual([
    '没有找到“云川临晖传感有限公司（示例）”，先建企业或改成全称、信用代码',
  ])
})

test.each([
  ['without its columns', ['企业名称,备注', '甲,乙'], 'demand-table.columns'],
  ['with a head alone', [HEAD], 'demand-table.empty'],
  ['too long', [HEAD, ...Array.from({ length: 1001 }, (_, i) => `甲,需求${i},问题,,,`)], 'demand-table.rows'],
  ['empty', [''], 'imports.empty'],
  ['that is none', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3]), undefined],
])('a table %s is refused', async (_, lines, code) => {
  const { status, body } = await post('/preview', lines)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  if (code) expect(body.error.code).toBe(code)
})

test('a company’s manager reads in no tables', async () => {
  expect((await post('/preview', [HEAD], 'manager')).status).toBe(403)
})
