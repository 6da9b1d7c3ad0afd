import { settled } from '../site.js'
import { goTo, pageView, type View } from './view.js'

export const companyViews: readonly View[] = [
  pageView('companies', '/companies?q=云川'),
  {
    name: 'portrait',
    reader: { role: 'clerk' },
    open: async (page) => {
      await goTo(page, '/companies?q=云川汀兰传感')
      await page.locator('main a.item').first().click()
      await page.getByRole('link', { name: '企业画像' }).click()
      await page.locator('.portrait').waitFor()
      await settled(page)
    },
  },
  pageView('new-company', '/companies/new'),
  {
    name: 'new-company-errors',
    open: async (page) => {
      await goTo(page, '/companies/new')
      await page.locator('form.card button[type=submit]').click()
      await page.locator('.error-summary').waitFor()
    },
  },
]
