import type { Page } from 'playwright-core'

const MOST_STEPS = 120

/** Goes on with the Tab key until what is wanted has the focus; the pointer is never used. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} was not reached with ${MOST_STEPS} steps of the Tab key`)
}

/** What has the focus, as its reader knows it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}
