import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Diagnostic, loadPacks, type PackSource } from '@kehui/domain/packs'
import type { Library } from '@kehui/domain/rules'
import { StartupError } from './startup-error.js'

export const PACKS = fileURLToPath(new URL('../../packs/', import.meta.url))

export function readPackFiles(folder: string = PACKS): PackSource[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  )
  return names.sort().map((name) => ({
    path: name.replaceAll('\\', '/'),
    text: readFileSync(join(folder, name), 'utf8'),
  }))
}

export function loadLibrary(folder: string = PACKS): Library {
  const loaded = loadPacks(readPackFiles(folder))
  if (loaded.ok) return loaded.library
  throw packsError(loaded.diagnostics, folder)
}

export function packsError(diagnostics: readonly Diagnostic[], folder: string = PACKS): StartupError {
  const lines = diagnosticLines(diagnostics, folder)
  return new StartupError(
    `${lines.length} problems in the programme files:\n${lines.slice(0, 20).join('\n')}`,
    'Correct these files and start again.',
  )
}

export function diagnosticLines(diagnostics: readonly Diagnostic[], folder: string = PACKS): string[] {
  return diagnostics.map(({ file, line, column, message, expected, suggestion }) =>
    [
      `  ${join(folder, file)}:${line}:${column} ${message}`,
      expected && `expected ${expected}`,
      suggestion && `did you mean ${suggestion}?`,
    ]
      .filter(Boolean)
      .join('; '),
  )
}
