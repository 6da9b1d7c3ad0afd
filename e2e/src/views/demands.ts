import type { Page } from 'playwright-core'
import { startCompany } from '../company.js'
import { goTo, pageView, type View } from './view.js'

/** A need of a new company, as far as its first step. */
async function write(page: Page, title = '2 mm 铝合金薄板激光焊缝强度不足'): Promise<void> {
  await startCompany(page, '云川需求看样有限公司（示例）')
  await goTo(page, '/demands/new')
  await page.getByLabel('一句话说明需求').fill(title)
  await page.getByLabel('具体是什么问题').fill('云川需求看样的焊缝抗拉强度只有母材的六成，需要先进的工艺。')
  await page.getByText('已保存').waitFor()
}

async function publish(page: Page, title?: string): Promise<void> {
  await write(page, title)
  await page.getByRole('link', { name: '合作条件' }).click()
  await page.getByLabel('联系人和电话').fill('王示例 13800000000')
  await page.getByText('已保存').waitFor()
  await page.getByRole('link', { name: '核对发布' }).click()
  await page.getByRole('button', { name: '写好了，去发布' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const name = page.locator('#demand-name')
  if (await name.isVisible()) {
    await name.fill('王示例')
    await page.getByRole('button', { name: '发布', exact: true }).last().click()
  }
  await page.getByRole('button', { name: '暂停' }).waitFor()
}

async function introduce(page: Page): Promise<void> {
  await publish(page)
  await page.getByRole('button', { name: '介绍对接' }).click()
  await page.getByLabel('介绍给谁').fill('云川')
  await page.locator('.choices button').first().click()
  await page.getByLabel('为什么是这两家').fill('做过同类铝合金薄板焊接')
  await page.getByRole('button', { name: '发出建议' }).click()
  await page.getByText(/已发出，双方应在/).waitFor()
}

const TABLE = [
  '企业名称,需求标题,具体是什么问题',
  '云川临晖传感有限公司（示例）,看样：传感器温漂,零点温漂达到满量程的 2.2%',
  '没有这家（示例）,看样：没有企业,问题',
].join('\n')

export const demandViews: readonly View[] = [
  pageView('demands', '/demands', { role: 'service-team' }),
  pageView('introductions', '/introductions', { role: 'service-team' }),
  {
    name: 'visit-need',
    reader: { role: 'service-team' },
    open: async (page) => {
      await goTo(page, '/workbench/visit-need')
      await page.getByLabel('走访的企业').fill('云川')
      await page.locator('.items button').first().click()
      await page.getByRole('button', { name: '开始记录' }).click()
      await page.getByText('写明听谁说的').first().waitFor()
    },
  },
  {
    name: 'need-table',
    reader: { role: 'service-team' },
    open: async (page) => {
      await goTo(page, '/workbench/need-table')
      await page.getByLabel(/选择表格/).setInputFiles({
        name: '看样需求.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(TABLE),
      })
      await page.getByRole('button', { name: '先看一看' }).click()
      await page.getByText('1 行可以导入，1 行不能。').waitFor()
    },
  },
  { name: 'demand-new', open: write },
  {
    name: 'demand-terms',
    reader: { large: true },
    open: async (page) => {
      await write(page)
      await page.getByRole('link', { name: '合作条件' }).click()
      await page.getByLabel('联系人和电话').waitFor()
    },
  },
  {
    name: 'demand-targets',
    open: async (page) => {
      await write(page)
      await page.getByRole('link', { name: '指标' }).click()
      await page.getByLabel('指标 1', { exact: true }).fill('焊缝抗拉强度')
      await page.getByText('已保存').waitFor()
    },
  },
  { name: 'demand', open: (page) => publish(page) },
  {
    name: 'demand-matched',
    open: async (page) => {
      await publish(page, '光刻胶在高湿环境下附着力下降')
      const match = page.locator('.match').first()
      await match.getByText('全部理由').click()
      await match.getByRole('button', { name: '提出对接' }).click()
    },
  },
  { name: 'demand-introduced', open: introduce },
  {
    name: 'introduction',
    open: async (page) => {
      await introduce(page)
      await page.locator('a[href*="/introductions/"]').first().click()
      await page.getByRole('button', { name: '同意见面' }).waitFor()
      await page.getByRole('button', { name: '婉拒' }).click()
    },
  },
]
