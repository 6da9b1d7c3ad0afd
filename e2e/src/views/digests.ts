import type { Page } from 'playwright-core'
import { goTo, type View } from './view.js'

/** Another each time: the same file is not read twice. */
const text = () => {
  const mark = [...String(Date.now())].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')
  return `湖南株洲：做强孵化载体\n2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。样例${mark}。\n`
}
const CLERK = { role: 'clerk' } as const

async function read(page: Page): Promise<void> {
  await goTo(page, '/workbench/reports')
  await page
    .locator('#report-file')
    .setInputFiles({ name: '看样简报.txt', mimeType: 'text/plain', buffer: Buffer.from(text()) })
  await page.locator('form button[type=submit]').click()
  await page.getByRole('heading', { name: '看样简报.txt' }).waitFor()
  await goTo(page, '/workbench/digests')
  await page
    .getByRole('checkbox', { name: /看样简报/ })
    .first()
    .check()
}

export const digestViews: readonly View[] = [
  { name: 'digests', reader: CLERK, open: read },
  {
    name: 'digest',
    reader: { ...CLERK, large: true },
    open: async (page) => {
      await read(page)
      await page.getByRole('button', { name: '起草', exact: true }).click()
      await page.getByLabel('第 1 句').first().waitFor()
    },
  },
]
