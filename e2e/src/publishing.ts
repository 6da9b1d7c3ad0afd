import type { Page } from 'playwright-core'
import { editorReady, editorText, writeEditor } from './editor.js'
import { settled } from './site.js'

export const LIN = '林晓（示例）'
export const CHEN = '陈一诺（示例）'
export const SUBSIDY = '研发投入后补助（示例）'

/** Acts as this clerk from now on. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '姓名', exact: true }).selectOption(name)
  await settled(page)
}

/** Begins a draft of a programme in force and ends on its page. */
export async function startDraft(page: Page, programme: string): Promise<void> {
  await page.goto('/workbench/publishing')
  await settled(page)
  const list = page.getByLabel('从现行政策起草')
  await list.locator('option', { hasText: programme }).first().waitFor({ state: 'attached' })
  await list.selectOption({ label: programme })
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.waitForURL(/\/workbench\/publishing\/[0-9a-f-]{36}/)
  await editorReady(page)
}

/** Changes the text as a writer does, and saves it. */
export async function rewrite(page: Page, change: (text: string) => string): Promise<void> {
  await writeEditor(page, change(await editorText(page)))
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('.toast').getByText('已保存').waitFor()
}

/** The subsidy with a threshold of 60 万元 in place of 50, and examples on both sides of it. */
export function raised(text: string): string {
  return text
    .replaceAll('50 万元, cite', '60 万元, cite')
    .replace('研发费用: 50 万元}', '研发费用: 60 万元}')
    .replace('研发费用: 499999 元}', '研发费用: 599999 元}')
}

/** Takes a step and waits until it is done. */
export async function takeStep(page: Page, step: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (reason !== undefined) await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已办理：${step}`).waitFor()
  await dialog.waitFor({ state: 'detached' })
}

export async function workOutEffect(page: Page): Promise<void> {
  await page.getByRole('button', { name: '计算影响' }).click()
  await page.getByText(/面向 \d+ 个主体/).waitFor({ timeout: 45_000 })
}
