import type { Page } from 'playwright-core'
import { openPackage } from './package.js'
import { goTo, type View } from './view.js'

async function openForm(page: Page, programme: string, search = ''): Promise<void> {
  await openPackage(page)
  await goTo(page, `${new URL(page.url()).pathname}/forms/${programme}${search}`)
  await page.locator('.form-table').waitFor()
}

async function tryOut(page: Page): Promise<void> {
  const last = new Date().getFullYear() - 1
  await openForm(page, 'cn.tech-sme', `?years=[${last - 1},${last}]`)
  await page.getByRole('button', { name: /试算$/ }).click()
  await page.locator('.form-column.what-if').waitFor()
}

export const formViews: readonly View[] = [
  {
    name: 'forms',
    open: async (page) => {
      await openPackage(page)
      await goTo(page, `${new URL(page.url()).pathname}/forms`)
    },
  },
  { name: 'form-what-if', open: tryOut },
  { name: 'form-high-tech', open: (page) => openForm(page, 'cn.high-tech') },
  { name: 'form-large', reader: { large: true }, open: (page) => openForm(page, 'cn.tech-sme') },
  { name: 'form-english', reader: { lang: 'en' }, open: (page) => openForm(page, 'cn.specialised') },
]
