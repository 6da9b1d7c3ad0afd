import type { KindMapping } from '@kehui/domain/registry/imports'
import { checkCharacter } from '@kehui/domain/shared'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestRegistry, testRegistry } from '../testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

const mapping: KindMapping = {
  kind: 'enterprise',
  source: { name: '登记库', standing: 'register', observedOn: '2026-11-01' },
  columns: {
    企业名称: 'name',
    信用代码: 'creditCode',
    注册地: 'place',
    成立日期: 'registeredOn',
    '注册资本（万元）': { field: 'registeredCapital', unit: '万元' },
    状态: 'status',
  },
}
const HEADERS = Object.keys(mapping.columns)

function code(n: number): string {
  const first = `91520100MA${String(n).padStart(7, '0')}`
  return first + checkCharacter(first)
}

const cells = fc.tuple(
  fc.constantFrom(
    ...[
      '云川甲科技有限公司',
      '云川乙科技（贵州）有限公司',
      'Ａ１全角字母有限公司',
      '甲',
      ' 云川有空格有限公司 ',
      '—',
    ],
    ...['😀云川表情有限公司', '云川·中点（有限合伙）', 'Yunchuan Technology Ltd.', 'Yunchuan-Technology', ''],
    ...['云川\u200b隐形字符有限公司', '㐀㐁㐂㐃㐄㐅㐆㐇㐈公司', '云川反斜杠\\有限公司', '云'.repeat(201)],
  ),
  fc.oneof(
    fc.nat(12).map(code),
    fc.constantFrom('', code(3).toLowerCase(), ` ${code(4)}`, `${code(5).slice(0, 17)}?`, '915201000000'),
  ),
  fc.constantFrom('520102', '贵阳市南明区', '不存在的地方', '', '520102001', '520102'),
  fc.constantFrom('2024-01-31', '2024/2/3', '2024-02-30', '', '20240101'),
  fc.oneof(fc.nat(10 ** 10).map(String), fc.constantFrom('', '-', '1.5', '３０００', '1e3', '3000万元')),
  fc.constantFrom('存续', '注销', '不知道的状态', '', 'active'),
)
const file = fc.record({
  rows: fc.array(
    fc.tuple(
      cells,
      // Fewer cells than the header, or one more.
      fc.constantFrom(6, 6, 6, 6, 2, 7),
      fc.constantFrom('\n', '\n', '\r\n', '\n\n'),
    ),
    { minLength: 1, maxLength: 12 },
  ),
  open: fc.boolean(),
})

async function taken(table: string): Promise<unknown> {
  const { id, seconds, ...result } = await at.load(table, mapping)
  const { rows } = await at.db.pool.query(
    `SELECT r.row, r.cells, s.name, s.credit_code, s.code, s.place, s.kind, s.audience
     FROM imported_row r JOIN subject s ON s.id = r.subject_id
     JOIN resource_import i ON i.no = r.import_no WHERE i.id = $1 ORDER BY r.row`,
    [id],
  )
  await at.undo(id)
  expect(seconds).toBeGreaterThan(0)
  return { result, rows }
}

test('what is read as bytes is what is read cell by cell', async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, open }) => {
      const write = (cell: (text: string) => string) => {
        const lines = rows.map(([row, count, end]) => [...row, ''].slice(0, count).map(cell).join(',') + end)
        const text = `${HEADERS.join(',')}\n${lines.join('')}`
        return open ? text.trimEnd() : text
      }
      const plain = await taken(write((text) => text))
      expect(plain).toEqual(await taken(write((text) => `"${text}"`)))
    }),
    { numRuns: 40 },
  )
}, 120_000)
