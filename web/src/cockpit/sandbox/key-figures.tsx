import '../../text/area/sandbox.js'
import type { SandboxResult } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { signed, useFen } from './figures.js'

/**
 * How many, what it costs, and how that changed, in one line that stays in sight on a small screen while a number is
 * dragged. The table says the same to those who do not see it.
 */
export function KeyFigures({ result }: { readonly result: SandboxResult }) {
  const { t } = useText()
  const fen = useFen()
  const { now, before, hasBefore, pays } = result
  const more = now.yes - before.yes
  const dearer = BigInt(now.leastFen) - BigInt(before.leastFen)
  return (
    <div className="sandbox-strip" aria-hidden="true">
      <p>
        <span className="muted small">{t('sandbox.yes')}</span>
        <strong className="number">{now.yes.toLocaleString('en')}</strong>
        {hasBefore && <span className="number small">{signed(more, more.toLocaleString('en'))}</span>}
      </p>
      {pays && (
        <p>
          <span className="muted small">{t('sandbox.certain')}</span>
          <strong className="number">{fen(now.leastFen)}</strong>
          {hasBefore && <span className="number small">{signed(dearer, fen(dearer))}</span>}
        </p>
      )}
    </div>
  )
}
