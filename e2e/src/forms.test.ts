import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const FORM = '/forms/cn.tech-sme'

journey('a form is found from the package, filled in, tried and downloaded', async (site) => {
  const { page, complaints, close } = await site.visit()
  const path = await startCompany(page, '云川填表示例有限公司')
  await page.getByRole('link', { name: '自评表' }).first().click()
  await page.getByRole('link', { name: /科技型中小企业评价指标自评表/ }).click()
  await page.locator('.form-table').waitFor()
  await settled(page)
  expect(new URL(page.url()).pathname).toBe(`${path}${FORM}`)
  const year = page.locator('.form-column').first()
  expect(await year.textContent()).toContain('待确认')

  await page.getByRole('button', { name: /^填写职工总数（\d+ 年度）/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('501')
  await dialog.getByRole('button', { name: '保存并重新测算' }).click()
  await page
    .getByRole('status')
    .getByText(/不符合/)
    .waitFor()
  expect(await year.textContent()).toContain('不符合')
  expect(await page.locator('.form-table').textContent()).toContain('企业填写')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已撤销刚才的填写').waitFor()
  expect(await year.textContent()).toContain('待确认')

  await page.getByRole('button', { name: '加一列试算' }).click()
  await page.getByRole('button', { name: /^填写职工总数（试算 1）/ }).click()
  await dialog.getByRole('textbox').fill('501')
  await dialog.getByRole('button', { name: '试算' }).click()
  await page
    .getByRole('status')
    .getByText(/试算 1：不符合/)
    .waitFor()
  expect(await year.textContent()).toContain('待确认')

  const downloads = ['下载表格（.xlsx）', '下载 PDF']
  for (const name of downloads) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(
      /^云川填表示例有限公司-科技型中小企业评价指标自评表\.(xlsx|pdf)$/,
    )
  }
  expect(complaints).toEqual([])
  await close()
})

journey('years stand side by side by keyboard alone, and the address keeps them', async (site) => {
  const { page, close } = await site.visit()
  const path = await startCompany(page, '云川并列示例有限公司')
  await page.goto(`${path}${FORM}`)
  await page.locator('.form-table').waitFor()
  await page.locator('.form-years input:not(:checked)').first().focus()
  await page.keyboard.press('Space')
  await page.locator('.form-column').nth(1).waitFor()
  expect(new URL(page.url()).searchParams.get('years')).toMatch(/^\[\d{4},\d{4}\]$/)
  expect(await page.locator('.form-table thead th').count()).toBe(6)
  await close()
})
