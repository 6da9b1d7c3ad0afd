import type { Page } from 'playwright-core'
import { editorReady, editorText, writeEditor } from '../editor.js'
import { actAs, CHEN, raised, rewrite, SUBSIDY, startDraft, takeStep, workOutEffect } from '../publishing.js'
import { goTo, type View } from './view.js'

const reader = { role: 'clerk' } as const

/** A draft with its effect, waiting for another clerk. */
async function openReview(page: Page): Promise<void> {
  await startDraft(page, SUBSIDY)
  await rewrite(page, raised)
  await workOutEffect(page)
  await takeStep(page, '送审')
}

async function openUnsound(page: Page): Promise<void> {
  await startDraft(page, SUBSIDY)
  await writeEditor(page, (await editorText(page)).replaceAll('50 万元, cite', '60 万元, cite'))
  await page.getByText('这是尚未保存的文本的检查结果。').waitFor()
  await page.getByText('逐行对照').click()
}

async function openSigning(page: Page): Promise<void> {
  await goTo(page, '/workbench/publishing')
  const asked = page.getByRole('button', { name: /^提请签署/ }).first()
  await asked.click()
  await editorReady(page)
  await takeStep(page, '送审')
  await actAs(page, CHEN)
  await page.getByRole('button', { name: '审核并签署' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审核并签署' }).click()
  await page.getByText('请选定一种理解').waitFor()
}

export const publishingViews: readonly View[] = [
  { name: 'draft-review', reader, open: openReview },
  { name: 'draft-unsound', reader: { ...reader, large: true }, open: openUnsound },
  { name: 'draft-signing', reader, open: openSigning },
  { name: 'publishing', reader, open: (page) => goTo(page, '/workbench/publishing') },
]
