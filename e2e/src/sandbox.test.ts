import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { editorReady, editorText, writeEditor } from './editor.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const TEXT = 'sandbox-text'

async function figure(page: Page, key: string): Promise<number> {
  const text = await page.locator(`[data-figure="${key}"]`).textContent()
  return Number((text ?? '').replaceAll(',', ''))
}

journey(
  'a threshold is moved: counts move, who gains is named, a mistake is shown, a draft is kept',
  async (site) => {
    const { page, complaints, close } = await site.visit({ role: 'clerk' })
    await page.goto('/cockpit/sandbox')
    await settled(page)
    const list = page.getByLabel('选择政策')
    await list.locator('option', { hasText: '研发投入后补助（示例）' }).first().waitFor({ state: 'attached' })
    await list.selectOption({ label: '研发投入后补助（示例）' })
    await page.getByRole('button', { name: '进入沙盒' }).click()
    await editorReady(page, TEXT)
    await page.locator('.sandbox-figures').waitFor()
    const before = await figure(page, 'sandbox.yes')
    await page.getByText('没有主体的结论或金额变化').waitFor()

    // By the slider, with the keyboard: the text changes, and so do the figures.
    const slider = page.getByRole('slider', { name: /研发费用不低于.*万元/ })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => editorText(page, TEXT)).not.toContain('50 万元, cite')
    await expect.poll(() => figure(page, 'sandbox.yes')).toBeGreaterThan(before)
    await page
      .getByText(/个主体得到更多/)
      .first()
      .waitFor()
    await page.locator('#moves-title ~ .table-scroll a').first().waitFor()
    const told = await page.getByText(/页面更新用时/).textContent()
    console.log(`sandbox: ${told}`)

    // Undone in the editor, as any change.
    await page.locator(`#${TEXT} .cm-content`).focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => figure(page, 'sandbox.yes')).toBe(before)

    const text = await editorText(page, TEXT)
    await writeEditor(page, text.replace('50 万元, cite', '50 人, cite'), TEXT)
    await page
      .getByRole('button', { name: /^第 \d+ 行：/ })
      .first()
      .click()
    await page.locator('.cm-problem').first().waitFor()
    expect(await figure(page, 'sandbox.yes')).toBe(before)
    await page.getByRole('button', { name: '恢复原文本' }).click()
    await page.locator('.cm-problem').first().waitFor({ state: 'detached' })
    await writeEditor(page, text.replaceAll('50 万元, cite', '40 万元, cite'), TEXT)
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: /^导出 CSV.*谁得谁失/ }).click()
    expect((await file).suggestedFilename()).toMatch(/^沙盒-谁得谁失-.*\.csv$/)

    await page.getByRole('button', { name: '存为草稿' }).click()
    await page.waitForURL(/\/workbench\/publishing\/[0-9a-f-]{36}/)
    await editorReady(page)
    expect(await editorText(page)).toContain('40 万元, cite')
    // Examples of the old threshold hold no longer: it is no text to be published yet.
    await page.locator('.problems, .examples').first().waitFor()
    expect(complaints).toEqual([])
    await close()
  },
)
