import '../../text/area/matrix.js'
import type { MatrixCell } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

/** What stands between a company and a programme, or what it brings, in a few words. */
function useCellNote(): (cell: MatrixCell) => string {
  const { t, lang } = useText()
  return ({ verdict, amountFen, missing, judged, moves, nextYear, kept }) => {
    if (kept === false) return t('matrix.cell.kept')
    if (verdict === 'no') {
      if (moves !== undefined) return t('matrix.cell.moves', { count: moves })
      return nextYear ? t('matrix.cell.next') : ''
    }
    if (verdict === 'unknown' && missing !== undefined) return t('matrix.cell.missing', { count: missing })
    if (verdict === 'unknown' && judged !== undefined) return t('matrix.cell.judged')
    if (!amountFen) return ''
    const money = moneyPhrase(amountFen.max, amountFen.max, lang)
    return amountFen.min === amountFen.max ? money : t('matrix.cell.most', { money })
  }
}

/** Shape and word, never colour alone. */
export function CellText({ cell }: { readonly cell: MatrixCell | undefined }) {
  const { t } = useText()
  const note = useCellNote()
  if (cell === undefined)
    return (
      <span className="muted">
        <span aria-hidden="true">–</span>
        <span className="hidden-visually">{t('matrix.cell.none')}</span>
      </span>
    )
  const more = note(cell)
  return (
    <>
      <VerdictMark kind={cell.kept === false ? 'moot' : cell.verdict} />
      <span className="matrix-words">
        <b className={`tone-${cell.verdict}`}>{t(`verdict.${cell.verdict}`)}</b>
        {more !== '' && <span className="muted matrix-note">{more}</span>}
      </span>
    </>
  )
}
