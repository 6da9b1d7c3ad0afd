import { openPackage } from './package.js'
import { goTo, pageView, type View } from './view.js'

export const registryViews: readonly View[] = [
  pageView('search', '/search?q=yunchuan'),
  pageView('search-none', '/search?q=没有这样的名称', { large: true }),
  {
    name: 'facts',
    open: async (page) => {
      await openPackage(page)
      await goTo(page, `${new URL(page.url()).pathname}/facts`)
    },
  },
  {
    name: 'facts-known-large',
    reader: { large: true },
    open: async (page) => {
      await openPackage(page)
      await goTo(page, `${new URL(page.url()).pathname}/facts`)
      await page.getByLabel('查找指标').fill('研发费用')
      await page.locator('.cell').first().click()
      await page.locator('form.answer').waitFor()
    },
  },
]
