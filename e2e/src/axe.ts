import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Violation {
  readonly rule: string
  readonly help: string
  readonly where: readonly string[]
}

/** Every rule is run; only what breaks one is described and told, which is little beside what keeps them. */
const RUN = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}).then(({ violations }) => violations)`

/** What axe finds on the page as it stands. It goes in through the debugging protocol, so that the policy stays strict. */
export async function violations(page: Page): Promise<readonly Violation[]> {
  const loaded = await page.evaluate('typeof axe')
  if (loaded === 'undefined') await page.evaluate(source)
  const found = await page.evaluate<AxeResults['violations']>(RUN)
  return found.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }))
}
