import type { Library } from '../../rules/programme.js'
import type { Diagnostic } from '../../shared/diagnostic.js'
import { loadPacks } from '../load.js'
import type { PackSource } from '../source-files.js'
import { overlaid, type PublishedText } from './overlay.js'

/** What could not be taken together, and what stays in force instead. */
export interface Held {
  /**
   * `files`: the new files of the packs wait, and all stays as it was in force last. `published`: these texts of the
   * pages wait, because not even what was in force last can be read any more.
   */
  readonly waiting: 'files' | 'published'
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export type InForce =
  | {
      readonly ok: true
      readonly library: Library
      readonly files: readonly PackSource[]
      readonly held: Held | null
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Decides what is in force at start: the files of the packs overlaid with what was published. Where they do not load
 * together although the files alone would, nobody's verdict may change by accident: what was in force last stays.
 */
export function filesInForce(
  files: readonly PackSource[],
  published: readonly PublishedText[],
  last: readonly PackSource[],
): InForce {
  const together = overlaid(files, published)
  const loaded = loadPacks(together)
  if (loaded.ok) return { ok: true, library: loaded.library, files: together, held: null }
  const { diagnostics } = loaded
  if (published.length === 0 || !loadPacks(files).ok) return { ok: false, diagnostics }
  const before = loadPacks(last)
  if (before.ok) {
    const paths = changedPaths(last, together)
    return {
      ok: true,
      library: before.library,
      files: last,
      held: { waiting: 'files', paths, diagnostics },
    }
  }
  return withoutFaulty(files, published, diagnostics)
}

/** Leaves out the published texts that are at fault; all of them where the fault does not lie in any one. */
function withoutFaulty(
  files: readonly PackSource[],
  published: readonly PublishedText[],
  diagnostics: readonly Diagnostic[],
): InForce {
  const faulty = new Set(diagnostics.map(({ file }) => file))
  for (const kept of [published.filter(({ path }) => !faulty.has(path)), []]) {
    const rest = overlaid(files, kept)
    const loaded = loadPacks(rest)
    const paths = published.filter((one) => !kept.includes(one)).map(({ path }) => path)
    if (loaded.ok)
      return {
        ok: true,
        library: loaded.library,
        files: rest,
        held: { waiting: 'published', paths, diagnostics },
      }
  }
  return { ok: false, diagnostics }
}

function changedPaths(before: readonly PackSource[], after: readonly PackSource[]): string[] {
  const texts = new Map(before.map(({ path, text }) => [path, text]))
  const changed = after.filter(({ path, text }) => texts.get(path) !== text).map(({ path }) => path)
  const paths = new Set(after.map(({ path }) => path))
  return [...changed, ...before.filter(({ path }) => !paths.has(path)).map(({ path }) => path)].sort()
}
