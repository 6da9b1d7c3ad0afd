import { goTo, pageView, type View } from './view.js'

export const companyViews: readonly View[] = [
  pageView('companies', '/companies?q=云川'),
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
