import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** What a skipped test says: `skip(findBrowser() === undefined, NO_BROWSER)`. */
export const NO_BROWSER =
  'no Chromium, Chrome or Edge was found. Install one (Debian: apt install chromium; macOS: brew install --cask chromium) or name it in CHROME_PATH.'

/** Path of an installed browser of the Chromium family. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const named = environment.CHROME_PATH ? [environment.CHROME_PATH] : []
  return [...named, ...inPath, ...APPLICATIONS].find(isProgram)
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(NO_BROWSER)
  return chromium.launch({
    executablePath,
    // Chromium refuses to run its sandbox as root, as in a container.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      // Only the pages under test may use the network.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=OptimizationHints,MediaRouter,Translate',
      '--no-first-run',
    ],
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
