import '../../text/area/workbench.js'
import '../../text/area/desk.js'
import { AmountLine } from '../../portal/package/amount-line.js'
import { DeadlineText } from '../../portal/package/deadline-text.js'
import { entryId } from '../../portal/package/entry-id.js'
import { usePackage } from '../../portal/package/package-context.js'
import { usePackageText } from '../../portal/package/package-text.js'
import { useEntryLine } from '../../portal/package/use-entry-line.js'
import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { AnswerActions } from './answer-actions.js'

const GROUPS = ['can', 'later', 'needs'] as const
const MARK = { can: 'yes', later: 'yes', needs: 'unknown' } as const

/** “What can we have?”: all that is met or within reach, each a press away from its answer. */
export function Summary({ onProgramme }: { readonly onProgramme: (id: string) => void }) {
  const { t } = useText()
  const { pkg } = usePackage()
  const line = useEntryLine()
  const textOf = usePackageText()
  return (
    <>
      <AnswerActions
        subject={pkg.subject.id}
        programme={null}
        text={textOf(pkg)}
        questions={[t('desk.ask.all')]}
      />
      <div className="card stack">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`desk-${group}`}>
            <h3 id={`desk-${group}`}>{t(`desk.${group}`, { count: pkg[group].length })}</h3>
            {pkg[group].length === 0 ? (
              <p className="muted small">{t('package.empty')}</p>
            ) : (
              <ul className="rows">
                {pkg[group].map((entry) => (
                  <li key={entryId(entry)}>
                    <button type="button" className="row-button" onClick={() => onProgramme(entryId(entry))}>
                      <VerdictMark kind={MARK[group]} />
                      <span className="item-body">
                        <span className="item-title">{entry.title}</span>
                        <span className="item-row">
                          <AmountLine entry={entry} />
                          <DeadlineText entry={entry} />
                        </span>
                        {group === 'needs' && <span className="muted small">{line(entry)}</span>}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  )
}
