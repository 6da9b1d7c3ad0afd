import type { Page } from 'playwright-core'
import { type Reader, settled } from '../site.js'

/** A page in one of its states, looked at in every width. */
export interface View {
  readonly name: string
  readonly reader?: Omit<Reader, 'width'>
  /** Brings the page to the state that is looked at. */
  readonly open: (page: Page) => Promise<void>
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** A view of an address as it opens. */
export function pageView(name: string, path: string, reader: View['reader'] = {}): View {
  return { name, reader, open: (page) => goTo(page, path) }
}
