import type { Page } from 'playwright-core'
import { goTo, pageView, type View } from './view.js'

const FILE = ['成果名称,登记号,学科,备注列', '看样成果一（示例）,KY-1,材料科学,甲', ',KY-2,电子,乙'].join(
  '\n',
)

async function upload(page: Page): Promise<void> {
  await goTo(page, '/workbench/resources')
  await page.getByLabel('选择或拖入一个文件').setInputFiles({
    name: '看样.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.getByLabel('来源', { exact: true }).fill('看样来源（示例）')
  await page.getByRole('button', { name: '试读前几行' }).click()
  await page.getByRole('heading', { name: /试读/ }).waitFor()
}

const CLERK = { role: 'clerk' } as const

export const resourceViews: readonly View[] = [
  pageView('resources', '/workbench/resources', CLERK),
  { name: 'resource-mapping', reader: CLERK, open: upload },
  {
    name: 'resource-imported',
    reader: { ...CLERK, large: true },
    open: async (page) => {
      await upload(page)
      await page.getByRole('button', { name: '确认入库' }).click()
      await page.getByText('已入库').waitFor()
    },
  },
  {
    name: 'resource',
    reader: CLERK,
    open: async (page) => {
      await goTo(page, '/search?kind=achievement')
      await page.locator('a[href*="/resources/"]').first().click()
      await page.getByRole('heading', { name: '关系' }).waitFor()
    },
  },
  {
    name: 'webhooks',
    reader: CLERK,
    open: async (page) => {
      await goTo(page, '/workbench/webhooks')
      await page.getByLabel('推送地址').fill('https://hooks.invalid/kehui')
      await page.getByRole('button', { name: '添加' }).click()
      await page.getByText('签名密钥').waitFor()
      await page.getByRole('button', { name: '暂停' }).first().click()
      await page.getByText('已暂停').first().waitFor()
    },
  },
]
