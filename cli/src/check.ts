import { parseArgs } from 'node:util'
import { checkExamples, type Diagnostic, loadPacks } from '@kehui/domain/packs'
import { parsed } from './arguments.js'
import { type Output, RefusedError } from './output.js'
import { readPacks } from './pack-files.js'

/** `kehui check`: loads packs, runs their examples and looks whether each threshold has its examples. */
export function runCheck(args: string[], out: Output): number {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } }),
  )
  const json = values.json ?? false
  try {
    const { files, asked } = readPacks(positionals)
    const loaded = loadPacks(files)
    if (!loaded.ok)
      return report(out, json, {
        diagnostics: loaded.diagnostics,
        programmes: 0,
        examples: 0,
        thresholds: 0,
        failures: [],
        uncovered: [],
      })
    return report(out, json, { diagnostics: [], ...checkExamples(loaded.library, { packs: asked }) })
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    if (json) out.print(JSON.stringify({ ok: false, error: error.message }))
    else out.complain(error.message)
    return 1
  }
}

interface Report {
  readonly programmes: number
  readonly examples: number
  readonly thresholds: number
  readonly failures: readonly Diagnostic[]
  readonly uncovered: readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
}

function report(out: Output, json: boolean, checked: Report): number {
  const problems = [...checked.diagnostics, ...checked.failures, ...checked.uncovered]
  const ok = problems.length === 0
  if (json) {
    out.print(JSON.stringify({ ok, ...checked }, null, 2))
    return ok ? 0 : 1
  }
  for (const problem of problems) out.complain(told(problem))
  const counts = `${checked.programmes} 项政策 programmes, ${checked.examples} 个算例 examples, ${checked.thresholds} 个门槛 thresholds`
  if (checked.diagnostics.length > 0)
    out.complain(`${checked.diagnostics.length} 处错误，未载入 errors; nothing was loaded`)
  else if (ok) out.print(`${counts}: 全部通过 all right`)
  else
    out.complain(
      `${counts}: ${checked.failures.length} 个不符 failed, ${checked.uncovered.length} 个门槛缺算例 thresholds without their examples`,
    )
  return ok ? 0 : 1
}

/** `packs/x/programmes/y.yaml:12:5 message (expected …; did you mean …?)`. */
export function told({ file, line, column, message, expected, suggestion }: Diagnostic): string {
  const more = [expected && `expected ${expected}`, suggestion && `did you mean “${suggestion}”?`].filter(
    Boolean,
  )
  return `${file}:${line}:${column} ${message}${more.length > 0 ? ` (${more.join('; ')})` : ''}`
}
