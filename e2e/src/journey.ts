import { afterAll, beforeAll, it } from 'vitest'
import { findBrowser, NO_BROWSER } from './browser.js'
import { openSite, type Site } from './site.js'

const noBrowser = findBrowser() === undefined

/** A browser for all journeys of a file; without a browser each says that it was skipped, and why. */
export function journeys(): (name: string, run: (site: Site) => Promise<void>) => void {
  let site: Site | undefined
  beforeAll(async () => {
    if (!noBrowser) site = await openSite()
  })
  afterAll(() => site?.close())
  return (name, run) => {
    it(name, async ({ skip }) => {
      skip(noBrowser, NO_BROWSER)
      if (site !== undefined) await run(site)
    })
  }
}
