import type { Page } from 'playwright-core'

/** A sheet as a service team gets it: units in headers, in cells or nowhere, and rows that cannot be right. */
const sheetOf = (
  word: string,
) => `企业名称,统一社会信用代码,注册地,职工总数,研发费用,2025年销售收入（万元）,负责人
云川${word}甲示例有限公司,,云麓区,80人,90,3000,张三
云川${word}乙示例有限公司,,临江区,12,120,4500,李四
,,云麓区,12,3,4,王五
云川${word}丙示例有限公司,91990102MADEM99999,云麓区,许多,60,70.5,赵六
`

/** Uploads the sheet, its companies named with a word, and ends on its preview. */
export async function uploadSheet(page: Page, word = '导入'): Promise<void> {
  await page.goto('/imports')
  await page.locator('#import-file').setInputFiles({
    name: '示例企业.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheetOf(word)),
  })
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/\/imports\/./)
  await page.locator('.columns').waitFor()
}

/** Answers all that the sheet leaves open, and confirms. */
export async function confirmSheet(page: Page): Promise<void> {
  for (const question of await page.locator('main fieldset').all()) {
    await question.getByRole('radio', { name: '万元', exact: true }).click()
  }
  await page.getByText('都已回答').waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.locator('#done-title').waitFor()
}
