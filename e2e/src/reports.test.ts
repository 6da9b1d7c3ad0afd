import { expect } from 'vitest'
import { dropFiles, PICTURE, policyReport } from './batch.js'
import { editorReady, editorText } from './editor.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()

journey(
  'files are dropped together, one of them bad; figures are decided by keyboard; a draft is tried and kept',
  async (site) => {
    const { page, complaints, close } = await site.visit({ role: 'clerk' })
    await page.goto('/workbench/reports')
    const content = policyReport()
    await page.locator('#report-file').waitFor()
    await dropFiles(page, [
      { name: '旅程.txt', content },
      { name: '旅程图.png', content: PICTURE },
      { name: '旅程副本.txt', content },
    ])
    const batch = page.locator('.batch').first()
    await batch.getByText('已读 1').waitFor()
    await batch.getByText('这不是可以读取的报告').waitFor()
    await batch.getByText('同一份文件已经读过：旅程.txt').waitFor()
    await page.reload()
    await batch.getByText('没有读成 2').waitFor()
    await batch.getByRole('link', { name: '旅程.txt' }).first().click()

    // One key each; after the last figure of an article comes the first of the next.
    const marks = page.locator('.fact-mark')
    await marks.first().focus()
    await page.keyboard.press('e')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-subject')
    await page.keyboard.press('Escape')
    for (const key of ['a', 'x', 'a']) await page.keyboard.press(key)
    await expect
      .poll(() => page.locator('p[role=status]').first().textContent(), { timeout: 10_000 })
      .toContain('已核对 3 / 5，其中读得正确 67%')
    await page.getByRole('heading', { name: '江西吉安：支持企业贷款' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('8%')

    await page.getByRole('link', { name: /在政策沙盒中打开/ }).click()
    await editorReady(page, 'sandbox-text')
    await page.locator('.sandbox-figures').waitFor()
    expect(await page.locator('[data-figure="sandbox.yes"]').textContent()).toBe('0')
    await page.locator('.source-mark.unread').first().waitFor()
    await page.getByText('没有读成、请人工处理（2）').waitFor()
    await page.getByRole('button', { name: '存为草稿' }).click()
    await page.waitForURL(/\/workbench\/publishing\/[0-9a-f-]{36}/)
    await editorReady(page)
    expect(await editorText(page)).toContain('cap: 60 万元')
    await page.goBack()
    await page.getByRole('link', { name: '打开那份草稿' }).waitFor()
    await settled(page)
    expect(complaints).toEqual([])
    await close()
  },
)
