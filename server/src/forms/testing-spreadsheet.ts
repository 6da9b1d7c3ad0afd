import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'

/** What a skipped test says. */
export const NO_SPREADSHEET =
  'no LibreOffice was found to compute the workbook. Install one (Debian: apt install libreoffice-calc-nogui).'

export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Comma, quote, UTF-8, from row 1, raw values, first sheet only. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1'

/** The first sheet's values as a spreadsheet program computes them. */
export async function computed(file: Uint8Array): Promise<string[][]> {
  const program = findProgram('soffice', 'libreoffice', 'localc')
  if (program === undefined) throw new Error(NO_SPREADSHEET)
  const folder = mkdtempSync(join(tmpdir(), 'kehui-sheet-'))
  try {
    writeFileSync(join(folder, 'form.xlsx'), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', CSV, '--outdir', folder, join(folder, 'form.xlsx')]
    await promisify(execFile)(program, args, { timeout: 120_000 })
    const [name = ''] = ['form-自评表.csv', 'form.csv'].filter((n) => isThere(join(folder, n)))
    return parse(readFileSync(join(folder, name), 'utf8'), { relax_column_count: true }) as string[][]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
