import '../../text/area/sandbox.js'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import type { Trial } from './use-trial.js'

/** How far the work is, and whether what is shown is of this text. */
export function TrialStatus({
  trial,
  onPlace,
}: {
  readonly trial: Trial
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const { answer, shown, error, working, pageMillis } = trial
  const result = shown?.result
  return (
    <div className="stack tight">
      <p className="muted small number" role="status">
        {result
          ? t('sandbox.worked', {
              total: result.total.toLocaleString('en'),
              millis: Math.max(1, Math.round(result.millis)),
              page: pageMillis,
            })
          : t(working ? 'sandbox.working' : 'sandbox.stale')}
      </p>
      {error !== null && (
        <p className="notice bad" role="alert">
          {messageOf(error)}
        </p>
      )}
      {answer !== null && answer.problems.length > 0 && (
        <div className="notice warn">
          <p>
            {t('sandbox.problems', { count: answer.problems.length })} {t('sandbox.stale')}
          </p>
          <ul className="rows">
            {keyed(answer.problems, ({ line, message }) => `${line} ${message}`).map(({ key, item }) => (
              <li key={key}>
                <button
                  type="button"
                  className="button plain"
                  onClick={() => onPlace(item.line, item.column)}
                >
                  {t('sandbox.problem', { line: item.line, message: item.message })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer?.againstLoads === false && <p className="notice warn">{t('sandbox.against.broken')}</p>}
    </div>
  )
}
