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

async function openQuestion(page: Page): Promise<void> {
  const path = await startCompany(page, '云川看样示例有限公司')
  await goTo(page, `${path}?entry=demo.high-tech-award~${path.split('/').at(-1)}`)
  await page
    .getByRole('button', { name: /^(填写|Enter)/ })
    .first()
    .click()
  await page.locator('form.answer').waitFor()
}

export const packageViews: readonly View[] = [
  { name: 'package', open: (page) => openPackage(page) },
  { name: 'package-needs', open: (page) => openPackage(page, '?show=needs') },
  { name: 'entry', open: openEntry },
  { name: 'question', open: openQuestion },
  { name: 'question-large', reader: { large: true }, open: openQuestion },
  { name: 'package-large', reader: { large: true }, open: (page) => openPackage(page) },
  { name: 'package-english', reader: { lang: 'en' }, open: (page) => openPackage(page) },
]
