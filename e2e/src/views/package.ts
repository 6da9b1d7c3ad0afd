import type { Page } from 'playwright-core'
import { startCompany } from '../company.js'
import { goTo, type View } from './view.js'

/** A sample company, the first that is found. */
export async function openPackage(page: Page, search = ''): Promise<void> {
  await goTo(page, '/companies?q=云川')
  const path = await page.locator('.results a').first().getAttribute('href')
  await goTo(page, `${path}${search}`)
}

async function openEntry(page: Page): Promise<void> {
  await openPackage(page)
  await page.locator('a.item[href*="entry="]').first().click()
  await page.locator('#entry-title').waitFor()
}

/** A new company's view of a programme: much of it is open. */
async function openOf(page: Page, programme: string): Promise<void> {
  const path = await startCompany(page, '云川看样示例有限公司')
  await goTo(page, `${path}?entry=${programme}~${path.split('/').at(-1)}`)
}

async function openQuestion(page: Page): Promise<void> {
  await openOf(page, 'demo.high-tech-award')
  await page
    .getByRole('button', { name: /^(填写|Enter)/ })
    .first()
    .click()
  await page.locator('form.answer').waitFor()
}

export const packageViews: readonly View[] = [
  { name: 'package', open: (page) => openPackage(page) },
  { name: 'entry', open: openEntry },
  { name: 'question', open: openQuestion },
  { name: 'question-large', reader: { large: true }, open: openQuestion },
  { name: 'package-large', reader: { large: true }, open: (page) => openPackage(page) },
  {
    name: 'answered',
    open: async (page) => {
      await openQuestion(page)
      await page.getByRole('dialog').getByRole('radio').first().check()
      await page.getByRole('dialog').locator('button[type=submit]').click()
      await page.locator('.toast').waitFor()
    },
  },
  {
    name: 'question-refused',
    open: async (page) => {
      await openQuestion(page)
      await page.getByRole('dialog').locator('button[type=submit]').click()
      await page.getByRole('dialog').getByRole('alert').waitFor()
    },
  },
  {
    name: 'clause',
    open: async (page) => {
      await openOf(page, 'demo.high-tech-award')
      await page.locator('button.cite').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'regions',
    open: async (page) => {
      await openPackage(page)
      await page.getByRole('button', { name: '其他地区' }).click()
      await page.getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: 'try',
    open: async (page) => {
      await startCompany(page, '云川看样示例有限公司')
      await page.getByRole('button', { name: '试算一下' }).click()
      await page.getByLabel('改一项数据').selectOption({ label: '高新技术企业' })
    },
  },
  { name: 'package-english', reader: { lang: 'en' }, open: (page) => openPackage(page) },
]
