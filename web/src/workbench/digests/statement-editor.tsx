import '../../text/area/digests.js'
import { useText } from '../../text/use-text.js'
import { TextArea } from '../../ui/text-area.js'
import { type WrittenStatement, wayOf } from './written.js'

interface StatementEditorProps {
  readonly item: WrittenStatement
  readonly at: number
  readonly count: number
  readonly onChange: (item: WrittenStatement) => void
  readonly onMove: (by: -1 | 1) => void
}

/** One statement: reworded, moved, taken into the issue or left out. */
export function StatementEditor({ item, at, count, onChange, onMove }: StatementEditorProps) {
  const { t, lang } = useText()
  const label = t('digests.statement', { n: at + 1 })
  return (
    <div className={`stack tight${item.out ? ' digest-out' : ''}`}>
      <TextArea
        id={`statement-${item.key}`}
        label={label}
        rows={2}
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
        onKeyDown={(event) => {
          const way = wayOf(event)
          if (way === 0) return
          event.preventDefault()
          onMove(way)
        }}
        error={undefined}
      />
      {item.newer !== null && (
        <div className="notice warn stack tight">
          <p>{t('digests.newer', { text: item.newer })}</p>
          <div className="actions">
            <button
              type="button"
              className="button"
              onClick={() => onChange({ ...item, text: item.newer ?? item.text, newer: null })}
            >
              {t('digests.newer.take')}
            </button>
            <button type="button" className="button" onClick={() => onChange({ ...item, newer: null })}>
              {t('digests.newer.keep')}
            </button>
          </div>
        </div>
      )}
      <div className="actions">
        <label className={`choice${item.out ? '' : ' chosen'}`}>
          <input type="checkbox" checked={!item.out} onChange={() => onChange({ ...item, out: !item.out })} />
          {t('digests.include')}
          <span className="hidden-visually"> {label}</span>
        </label>
        <button type="button" className="button plain" aria-disabled={at === 0} onClick={() => onMove(-1)}>
          {t('digests.up')}
          <span className="hidden-visually"> {label}</span>
        </button>
        <button
          type="button"
          className="button plain"
          aria-disabled={at === count - 1}
          onClick={() => onMove(1)}
        >
          {t('digests.down')}
          <span className="hidden-visually"> {label}</span>
        </button>
        <span className="muted small">
          {t('digests.cited', {
            list: item.sources.map((n) => `〔${n}〕`).join(lang === 'zh' ? '' : ' '),
          })}
        </span>
        {item.out && <span className="tag moot">{t('digests.out')}</span>}
        {item.gone && <span className="tag unknown">{t('digests.gone')}</span>}
      </div>
    </div>
  )
}
