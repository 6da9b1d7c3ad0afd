import '../../text/area/publishing.js'
import type { DraftReport } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { problemKey, uncoveredSides } from './problem-key.js'

type Check = DraftReport['check']
type Problem = Check['problems'][number]

/** Everything that is wrong, the place first: a link to it where the text is at hand. */
export function CheckCard({
  check,
  live,
  onPlace,
}: {
  readonly check: Check
  readonly live: boolean
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t } = useText()
  const { problems, failures, uncovered, examples, thresholds, ok } = check
  // Examples that fail stand in their own table, with what comes out.
  const told = failures.filter(({ line }) => !examples.some((example) => example.line === line))
  const all = [...problems, ...told, ...uncovered]
  return (
    <section className="card stack tight">
      <h2>{t('draft.check')}</h2>
      <p role="status" className="marked">
        <VerdictMark kind={ok ? 'yes' : 'no'} />
        <span>
          {ok
            ? t('draft.check.ok', { examples: examples.length, thresholds })
            : t('draft.check.bad', {
                problems: problems.length,
                failures: failures.length,
                uncovered: uncovered.length,
              })}
          {live && <span className="muted small"> {t('draft.check.live')}</span>}
        </span>
      </p>
      {all.length > 0 && (
        <ul className="problems">
          {keyed(all, (one) => `${one.line}:${one.column} ${one.message}`).map(({ key, item }) => (
            <li key={key}>
              <ProblemLine problem={item} onPlace={onPlace} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ProblemLine({
  problem,
  onPlace,
}: {
  readonly problem: Problem
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t } = useText()
  const { line, column, code, message, expected, suggestion } = problem
  const uncovered = code === 'example.uncovered' ? uncoveredSides(message) : null
  return (
    <button type="button" className="problem" onClick={() => onPlace(line, column)}>
      <span className="item-row">
        <b>{t(problemKey(code))}</b>
        <span className="number small">{t('publishing.place', { line, column })}</span>
      </span>
      <span className="small">
        {[
          uncovered ? t(uncovered.key, { threshold: uncovered.threshold }) : message,
          uncovered === null && expected && t('draft.check.expected', { expected }),
          suggestion && t(uncovered ? 'draft.check.example' : 'draft.check.suggestion', { suggestion }),
        ]
          .filter(Boolean)
          .join('；')}
      </span>
    </button>
  )
}
