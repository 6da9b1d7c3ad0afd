import { expect, test } from 'vitest'
import { parseFacts, type Subject } from '../../rules/index.js'
import { libraryOf, packFiles } from '../testing.js'
import { cellsFor } from './cells.js'
import { packageFor } from './index.js'

const library = libraryOf(packFiles('national', 'demo'))

test('a cell says what the package says', () => {
  const read = parseFacts(library, {
    facts: { 注册地: '云川市云麓区', 居民企业: '是', 职工总数: '501 人', 高新技术企业: '是' },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const situation: Subject = { id: 's', name: '样例', audience: 'enterprise', ...read }
  const on = '2026-11-24'
  const cells = cellsFor(library, { situation, place: '990102', packs: [], on })
  const { can, later, needs, not } = packageFor(library, {
    subject: { id: 's', name: '样例', audience: 'enterprise', place: null, creditCode: null, sample: true },
    situation,
    place: '990102',
    packs: [],
    on,
    lang: 'zh',
    readings: {},
    known: {},
    records: [],
  })
  const entries = [...can, ...later, ...needs, ...not]
  expect([...cells.keys()].sort()).toEqual(entries.map(({ programme }) => programme).sort())
  expect(cells.get('cn.tech-sme')).toMatchObject({ verdict: 'no', missing: [], amountFen: null })
  for (const entry of entries.filter(({ hypothetical }) => !hypothetical)) {
    const cell = cells.get(entry.programme)
    expect(cell?.verdict).toBe(entry.verdict)
    expect(cell?.missing).toEqual(entry.missing)
    expect(cell?.amountFen).toEqual(entry.settled ? entry.settled.amountFen : entry.amountFen)
  }
})
