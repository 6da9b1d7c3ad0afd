import '../../text/area/matrix.js'
import type { MatrixHead } from '@kehui/server/client'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'

const STEPS = 10

/** How far the computing anew is; read out in steps, not with every company. */
export function Pending({ head }: { readonly head: Pick<MatrixHead, 'pending' | 'total'> }) {
  const { t } = useText()
  const id = useId()
  const { pending, total } = head
  const step = Math.ceil(total / STEPS) || 1
  const told = pending === 0 ? 0 : Math.ceil(pending / step) * step
  return (
    <div className="matrix-pending">
      <p role="status" className="hidden-visually">
        {told > 0 && t('matrix.pending', { pending: Math.min(told, total), total })}
      </p>
      {pending > 0 && (
        <>
          <p id={id} aria-hidden="true">
            {t('matrix.pending', { pending, total })}
          </p>
          <progress
            aria-label={t('matrix.pending', { pending, total })}
            max={total}
            value={total - pending}
          />
        </>
      )}
    </div>
  )
}
