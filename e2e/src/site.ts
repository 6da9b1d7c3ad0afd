import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launchBrowser } from './browser.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the servers: of one for each file that runs at a time, or none where none can be started. */
    readonly addresses: readonly string[]
  }
}

export interface Reader {
  readonly width?: number
  readonly lang?: 'zh' | 'en'
  readonly large?: boolean
  readonly role?: 'manager' | 'clerk' | 'service-team'
}

export interface Visit {
  readonly page: Page
  /** What went wrong unseen: script errors, refusals of the content policy, requests to other hosts. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export interface Site {
  readonly address: string
  readonly visit: (reader?: Reader) => Promise<Visit>
  readonly close: () => Promise<void>
}

/** A browser before the running server: what every journey begins with. */
export async function openSite(): Promise<Site> {
  const addresses = inject('addresses')
  // Of files that run at the same time each has a number of its own, and so a server.
  const address = addresses[Number(process.env.VITEST_POOL_ID) - 1]
  if (address === undefined) throw new Error('server/dist is not built: run npm run build first')
  const browser = await launchBrowser()
  return {
    address,
    visit: (reader = {}) => visit(browser, address, reader),
    close: () => browser.close(),
  }
}

async function visit(browser: Browser, address: string, reader: Reader): Promise<Visit> {
  const { width = 1440, lang = 'zh', large = false, role = 'manager' } = reader
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width < 600 ? 780 : 900 },
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  })
  await remember(context, { lang, large, role, company: null })
  const page = await context.newPage()
  watchRequests(page)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`another host: ${request.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

/** Puts the reader's choices where the page keeps them, unless it has chosen since. */
async function remember(context: BrowserContext, preferences: Record<string, unknown>): Promise<void> {
  await context.addInitScript((text) => {
    if (localStorage.getItem('kehui.preferences') === null) localStorage.setItem('kehui.preferences', text)
  }, JSON.stringify(preferences))
}

const QUIET_MS = 120
const underWay = new WeakMap<Page, { count: number; since: number }>()

/** Counts the requests under way, so that a journey goes on as soon as they are answered. */
function watchRequests(page: Page): void {
  const state = { count: 0, since: Date.now() }
  underWay.set(page, state)
  const change = (by: number) => () => {
    state.count = Math.max(0, state.count + by)
    state.since = Date.now()
  }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
}

/** The page has its heading and has asked the server for nothing for a while. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const state = underWay.get(page)
  while (state && (state.count > 0 || Date.now() - state.since < QUIET_MS)) {
    await page.waitForTimeout(QUIET_MS / 4)
  }
}

/** How far the page reaches beyond its window sideways, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
