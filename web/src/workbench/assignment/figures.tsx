import '../../text/area/assignment.js'
import type { RoundFigures, RoundView } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

interface FiguresProps {
  readonly round: RoundView
  readonly figures: RoundFigures
}

/** What an answer came to, at a glance. */
export function Figures({ round, figures }: FiguresProps) {
  const { t } = useText()
  const { left, right, pairs, blocking, meanScore } = figures
  const { leftName, rightName } = round
  const capacity = Math.min(left.capacity, right.capacity)
  const tiles = [
    {
      key: 'right',
      label: t('assignment.figure.assigned', { name: rightName }),
      value: count(right.assigned),
      note: t('assignment.figure.of', { members: count(right.members) }),
    },
    {
      key: 'left',
      label: t('assignment.figure.assigned', { name: leftName }),
      value: count(left.assigned),
      note: t('assignment.figure.of', { members: count(left.members) }),
    },
    {
      key: 'capacity',
      label: t('assignment.figure.capacity'),
      value: count(pairs),
      note: t('assignment.figure.of', { members: count(capacity) }),
    },
    {
      key: 'first-left',
      label: t('assignment.figure.first', { name: leftName }),
      value: share(left.first, pairs),
      note: rank(left.meanRank),
    },
    {
      key: 'first-right',
      label: t('assignment.figure.first', { name: rightName }),
      value: share(right.first, pairs),
      note: rank(right.meanRank),
    },
    {
      key: 'blocking',
      label: t('assignment.figure.blocking'),
      value: count(blocking),
      note: t(blocking === 0 ? 'assignment.figure.blocking.none' : 'assignment.figure.blocking.some'),
    },
  ]
  if (meanScore !== null)
    tiles.push({
      key: 'score',
      label: t('assignment.figure.score'),
      value: score(meanScore),
      note: t('assignment.figure.score.of'),
    })
  function rank(mean: number | null): string {
    return mean === null ? '' : t('assignment.figure.rank', { rank: mean.toFixed(1) })
  }
  return (
    <dl className="assignment-figures" aria-label={t('assignment.figures')}>
      {tiles.map(({ key, label, value, note }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <strong className="number">{value}</strong>
            <span className="muted small">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`
}

export function score(value: number): string {
  return (Math.round(value * 100) / 100).toLocaleString('en-US')
}
