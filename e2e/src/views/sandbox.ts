import type { Page } from 'playwright-core'
import { editorReady, editorText, writeEditor } from '../editor.js'
import { goTo, pageView, type View } from './view.js'

const reader = { role: 'clerk' } as const

async function open(page: Page): Promise<void> {
  await goTo(page, '/cockpit/sandbox/demo.rd-subsidy')
  await editorReady(page, 'sandbox-text')
  await page.locator('.sandbox-figures').waitFor()
}

export const sandboxViews: readonly View[] = [
  pageView('sandboxes', '/cockpit/sandbox', reader),
  { name: 'sandbox', reader, open },
  {
    name: 'sandbox-changed',
    reader: { ...reader, large: true },
    open: async (page) => {
      await open(page)
      const text = await editorText(page, 'sandbox-text')
      await writeEditor(page, text.replaceAll('50 万元, cite', '1 万元, cite'), 'sandbox-text')
      await page.locator('#moves-title').waitFor()
    },
  },
  {
    name: 'sandbox-problem',
    reader: { ...reader, lang: 'en' },
    open: async (page) => {
      await open(page)
      const text = await editorText(page, 'sandbox-text')
      await writeEditor(page, text.replace('50 万元, cite', '50 人, cite'), 'sandbox-text')
      await page
        .getByRole('button', { name: /^line \d+:/ })
        .first()
        .click()
      await page.locator('.cm-problem').first().waitFor()
    },
  },
]
