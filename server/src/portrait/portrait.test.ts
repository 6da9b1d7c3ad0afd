import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { findProgram } from '../forms/testing-spreadsheet.js'
import { loadLibrary } from '../pack-files.js'
import { insertNodes, testNodes } from '../registry/chain/testing-chain.js'
import { insertRelations } from '../registry/relations/store.js'

const NO_POPPLER = 'pdftotext was not found (Debian: apt install poppler-utils; macOS: brew install poppler).'
const noPoppler = findProgram('pdftotext') === undefined
const library = loadLibrary()
let db: TestDatabase
let app: App
let company: string

const FACTS = {
  科技型中小企业: '是',
  高新技术企业: '否',
  创新型中小企业: '否',
  '年销售收入@2024': '2000 万元',
  '年销售收入@2025': '2500 万元',
  '研发费用@2024': '0 元',
  '研发费用@2025': '300 万元',
  '职工总数@2025': '80 人',
  一类知识产权: '2 项',
}

async function call(method: 'GET' | 'POST', path: string, payload?: object) {
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', 'x-kehui-role': 'clerk' },
    ...(payload ? { payload } : {}),
  })
}

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-11-25T04:00:00Z') })
  const entered = await call('POST', '/subjects', {
    name: '云川画像示例有限公司（示例）',
    audience: 'enterprise',
    place: '云川市云麓区',
  })
  company = entered.json().id
  await call('POST', `/subjects/${company}/facts`, { facts: FACTS, source: '科技部门' })
  const nodes = testNodes('产品 压力传感器')
  await insertNodes(db.pool, region, [...nodes.values()])
  const to = nodes.get('压力传感器')
  if (!to) throw new Error('it was made')
  const from = { kind: 'enterprise', id: company }
  await insertRelations(db.pool, region, [{ type: 'produces', from, to, weight: 0.6 }], {
    source: '产业链.csv',
  })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

describe('the portrait of a company', () => {
  test('tells figures by year with their change, and none from nothing', async () => {
    const { trends } = (await call('GET', `/subjects/${company}/portrait`)).json()
    const of = (label: string) => trends.find((trend: { label: string }) => trend.label === label)
    expect(of('年销售收入')).toMatchObject({
      change: '+25.0%',
      points: [
        { year: 2024, text: '2,000 万元', source: '科技部门' },
        { year: 2025, text: '2,500 万元', source: '科技部门' },
      ],
    })
    expect(of('研发费用').change).toBeNull()
  })

  test('tells titles, rights, people and relations with their sources', async () => {
    const portrait = (await call('GET', `/subjects/${company}/portrait`)).json()
    expect(portrait.titles.map(({ key }: { key: string }) => key)).toEqual(['科技型中小企业'])
    expect(portrait.rights).toMatchObject([{ key: '一类知识产权', value: '2 项', source: '科技部门' }])
    expect(portrait.people).toMatchObject([{ key: '职工总数@2025', value: '80 人' }])
    expect(portrait.relations).toMatchObject([
      { label: '生产', other: { name: '压力传感器' }, weight: 0.6, source: '产业链.csv' },
    ])
  })

  test('says what the next step on each ladder still wants', async () => {
    const { ladders } = (await call('GET', `/subjects/${company}/portrait`)).json()
    const next = ladders.map(({ steps }: { steps: { id: string; next: boolean }[] }) =>
      steps.filter((step) => step.next).map(({ id }) => id),
    )
    expect(next).toEqual([['high-tech'], ['innovative']])
    const [programme] = ladders[0].steps.find(({ id }: { id: string }) => id === 'high-tech').programmes
    expect(programme).toMatchObject({ programme: 'cn.high-tech', verdict: 'unknown' })
    expect(programme.missing.length).toBeGreaterThan(0)
  })

  test('names the facts that would decide most', async () => {
    const { completeness } = (await call('GET', `/subjects/${company}/portrait`)).json()
    expect(completeness.percent).toBeGreaterThan(0)
    expect(completeness.percent).toBeLessThan(100)
    expect(completeness.useful[0].programmes).toBeGreaterThan(1)
  })

  test('of nobody is refused', async () => {
    const path = '/subjects/00000000-0000-4000-8000-000000000000'
    expect((await call('GET', `${path}/portrait`)).statusCode).toBe(404)
    expect((await call('GET', `${path}/report/pdf`)).statusCode).toBe(404)
    expect((await call('GET', `/subjects/${company}/report/exe`)).statusCode).toBe(400)
  })
})

const plain = (text: string) => text.replaceAll(/\s+/g, '')
const PARTS = [
  '企业发展报告',
  '云川画像示例有限公司（示例）',
  '2026-11-25',
  '数据完整度',
  '年销售收入',
  '2,500万元',
  '+25.0%',
  '优质中小企业梯度培育管理办法',
  '下一步：高新技术企业',
  '压力传感器',
  '最值得补充的数据',
  '数据来源：登记时填写、科技部门',
  '规则版本',
]

describe('the development report', () => {
  test('as a PDF has every part as text, with a Chinese font that is in the file', async ({ skip }) => {
    skip(noPoppler, NO_POPPLER)
    const response = await call('GET', `/subjects/${company}/report/pdf`)
    expect(response.headers['content-disposition']).toContain(encodeURIComponent('发展报告'))
    const folder = mkdtempSync(join(tmpdir(), 'kehui-report-'))
    try {
      const file = join(folder, 'report.pdf')
      writeFileSync(file, response.rawPayload)
      const text = plain(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }))
      for (const part of PARTS) expect(text).toContain(plain(part))
      expect(execFileSync('pdffonts', [file], { encoding: 'utf8' })).toMatch(/NotoSans.*yes yes/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)

  test('as a Word file has the same, and names of any kind stay texts', async () => {
    const response = await call('GET', `/subjects/${company}/report/docx`)
    const parts = unzipSync(new Uint8Array(response.rawPayload))
    const document = new TextDecoder().decode(parts['word/document.xml'])
    const text = plain(document.replaceAll(/<[^>]+>/g, ''))
    for (const part of PARTS) expect(text).toContain(plain(part))
    const footer = Object.keys(parts).find((name) => /word\/footer\d*\.xml/.test(name))
    expect(footer).toBeDefined()
  })

  test('in English says the same', async () => {
    const response = await call('GET', `/subjects/${company}/report/docx?lang=en`)
    const parts = unzipSync(new Uint8Array(response.rawPayload))
    const text = new TextDecoder().decode(parts['word/document.xml']).replaceAll(/<[^>]+>/g, ' ')
    for (const part of ['Development report', 'Titles and ladders', 'CNY 25,000,000'])
      expect(text).toContain(part)
  })

  test.each(['#panic("x")', '= 标题 $x$ [#eval("1")]', '<w:p> & "引号"'])(
    'sets %s as it was typed',
    async (name) => {
      const entered = await call('POST', '/subjects', { name, audience: 'enterprise' })
      const { id } = entered.json()
      const pdf = await call('GET', `/subjects/${id}/report/pdf`)
      expect(pdf.statusCode).toBe(200)
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
      const word = await call('GET', `/subjects/${id}/report/docx`)
      const parts = unzipSync(new Uint8Array(word.rawPayload))
      const text = new TextDecoder().decode(parts['word/document.xml'])
      const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      expect(text.replaceAll('&quot;', '"')).toContain(escaped)
    },
    60_000,
  )
})
