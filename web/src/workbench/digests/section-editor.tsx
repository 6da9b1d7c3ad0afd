import '../../text/area/digests.js'
import { useText } from '../../text/use-text.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import type { WrittenSection } from './written.js'

/** A section: its heading, and its statements, which are reworded, moved and left out. */
export function SectionEditor({
  section,
  onChange,
}: {
  readonly section: WrittenSection
  readonly onChange: (section: WrittenSection) => void
}) {
  const { t, lang } = useText()
  const { heading, statements } = section
  const put = (next: WrittenSection['statements']) => onChange({ ...section, statements: next })
  const move = (from: number, to: number) => {
    const next = [...statements]
    const [one] = next.splice(from, 1)
    if (one) next.splice(to, 0, one)
    put(next)
  }
  return (
    <section className="card stack" aria-label={heading}>
      <TextField
        id={`heading-${section.key}`}
        label={t('digests.heading')}
        value={heading}
        onChange={(text) => onChange({ ...section, heading: text })}
        error={undefined}
      />
      <ol className="stack digest-statements">
        {statements.map((item, at) => (
          <li key={item.key} className="stack tight">
            <TextArea
              id={`statement-${item.key}`}
              label={t('digests.statement', { n: at + 1 })}
              rows={2}
              value={item.text}
              onChange={(text) => put(statements.map((one, i) => (i === at ? { ...one, text } : one)))}
              error={undefined}
            />
            <div className="actions">
              <span className="muted small">
                {t('digests.cited', {
                  list: item.sources.map((n) => `〔${n}〕`).join(lang === 'zh' ? '' : ' '),
                })}
              </span>
              {at > 0 && (
                <button type="button" className="button" onClick={() => move(at, at - 1)}>
                  {t('digests.up')}
                </button>
              )}
              {at < statements.length - 1 && (
                <button type="button" className="button" onClick={() => move(at, at + 1)}>
                  {t('digests.down')}
                </button>
              )}
              <button
                type="button"
                className="button"
                onClick={() => put(statements.filter((_, i) => i !== at))}
              >
                {t('digests.remove')}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
