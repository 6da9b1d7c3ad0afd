import { suggest } from '@kehui/domain/shared'
import { runAssign } from './assign.js'
import { runBudget } from './budget.js'
import { runCheck } from './check.js'
import { runDiff } from './diff.js'
import { runEvaluate } from './evaluate.js'
import { runForm } from './form.js'
import { COMMANDS, type Command, helpFor, overview } from './help.js'
import { runImport } from './import.js'
import { runIngest } from './ingest.js'
import { runLeads } from './leads.js'
import { runMatch } from './match.js'
import { runMatrix } from './matrix.js'
import { type Output, UsageError } from './output.js'
import { runPortrait } from './portrait.js'
import { runRegion } from './region-run.js'
import { runResolve } from './resolve.js'

const RUN: Record<Command, (args: string[], out: Output) => Promise<number> | number> = {
  assign: runAssign,
  budget: runBudget,
  check: runCheck,
  diff: runDiff,
  evaluate: runEvaluate,
  form: runForm,
  import: runImport,
  ingest: runIngest,
  leads: runLeads,
  match: runMatch,
  matrix: runMatrix,
  portrait: runPortrait,
  resolve: runResolve,
  run: runRegion,
}

/** Runs one command. 0: right; 1: the input was refused, or an expectation failed; 2: used wrongly. */
export async function main(args: readonly string[], out: Output): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out.print(rest[0] === undefined ? overview() : (helpFor(rest[0]) ?? overview()))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    out.print(out.version)
    return 0
  }
  const command = COMMANDS.find((c) => c === name)
  if (!command) {
    const near = suggest(name, COMMANDS)
    out.complain(
      `kehui: there is no command “${name}”${near ? `; did you mean “${near}”?` : ''}\n\n${overview()}`,
    )
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out.print(helpFor(command) ?? '')
    return 0
  }
  try {
    return await RUN[command](rest, out)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    out.complain(`kehui ${command}: ${error.message}\n\n${helpFor(command) ?? ''}`)
    return 2
  }
}
