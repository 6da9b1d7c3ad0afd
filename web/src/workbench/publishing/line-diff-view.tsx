import '../../text/area/publishing.js'
import { useMemo } from 'react'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { lineDiff } from './line-diff.js'

const SIGN = { same: ' ', added: '+', removed: '−' } as const

export function LineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useText()
  const lines = useMemo(() => lineDiff(before, after), [before, after])
  if (lines.length === 0) return <p className="muted">{t('draft.changes.lines.none')}</p>
  return (
    <div className="line-diff">
      {keyed(lines, (one) => JSON.stringify(one)).map(({ key, item }) =>
        item.kind === 'skipped' ? (
          <div key={key} className="skipped">
            {t('draft.line.skipped', { count: item.count })}
          </div>
        ) : (
          <div key={key} className={item.kind}>
            <span className="number" aria-hidden="true">
              {item.kind === 'removed' ? '' : item.line}
            </span>
            <span aria-hidden="true">{SIGN[item.kind]}</span>
            {item.kind !== 'same' && (
              <span className="hidden-visually">
                {t(item.kind === 'added' ? 'draft.line.added' : 'draft.line.removed')}
                {t('common.colon')}
              </span>
            )}
            <code>{item.text}</code>
          </div>
        ),
      )}
    </div>
  )
}
