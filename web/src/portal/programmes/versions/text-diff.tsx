import '../../../text/area/versions.js'
import { Fragment, useMemo } from 'react'
import { useText } from '../../../text/use-text.js'
import { keyed } from '../../../ui/keyed.js'
import { diffRows, type Line, type Row } from './diff-lines.js'

interface TextDiffProps {
  readonly before: string
  readonly after: string
  readonly split: boolean
}

type Side = 'removed' | 'added' | 'same'

function Code({ line, side }: { readonly line: Line | null; readonly side: Side }) {
  const { t } = useText()
  if (line === null) return <td className="code none" />
  const Mark = side === 'removed' ? 'del' : 'ins'
  return (
    <td className={`code ${side}`}>
      {side !== 'same' && <span className="hidden-visually">{t(`versions.line.${side}`)} </span>}
      {keyed(line.pieces, ({ text }) => text).map(({ key, item }) =>
        item.changed && side !== 'same' ? (
          <Mark key={key}>{item.text}</Mark>
        ) : (
          <Fragment key={key}>{item.text}</Fragment>
        ),
      )}
    </td>
  )
}

function LineNumber({ line }: { readonly line: Line | null }) {
  return <td className="line-number number">{line?.number}</td>
}

function rowKey(row: Row): string {
  return row.kind === 'skipped' ? `skipped ${row.after}` : `${row.old?.number ?? ''} ${row.now?.number ?? ''}`
}

function SplitRow({ row }: { readonly row: Row }) {
  if (row.kind === 'skipped') return <Skipped count={row.count} columns={4} />
  const changed = row.kind === 'changed'
  return (
    <tr>
      <LineNumber line={row.old} />
      <Code line={row.old} side={changed ? 'removed' : 'same'} />
      <LineNumber line={row.now} />
      <Code line={row.now} side={changed ? 'added' : 'same'} />
    </tr>
  )
}

function UnifiedRow({ row }: { readonly row: Row }) {
  if (row.kind === 'skipped') return <Skipped count={row.count} columns={3} />
  if (row.kind === 'same')
    return (
      <tr>
        <LineNumber line={row.old} />
        <LineNumber line={row.now} />
        <Code line={row.now} side="same" />
      </tr>
    )
  return (
    <>
      {row.old && (
        <tr>
          <LineNumber line={row.old} />
          <td className="line-number" />
          <Code line={row.old} side="removed" />
        </tr>
      )}
      {row.now && (
        <tr>
          <td className="line-number" />
          <LineNumber line={row.now} />
          <Code line={row.now} side="added" />
        </tr>
      )}
    </>
  )
}

function Skipped({ count, columns }: { readonly count: number; readonly columns: number }) {
  const { t } = useText()
  return (
    <tr>
      <td colSpan={columns} className="skipped muted small">
        {t('versions.skipped', { count })}
      </td>
    </tr>
  )
}

/** Two texts, one below the other or side by side, with what lies around each change. */
export function TextDiff({ before, after, split }: TextDiffProps) {
  const { t } = useText()
  const rows = useMemo(() => diffRows(before, after), [before, after])
  const columns = split
    ? ([t('versions.line'), t('versions.old'), t('versions.line'), t('versions.new')] as const)
    : ([t('versions.old'), t('versions.new'), t('versions.text')] as const)
  return (
    <div className="text-diff-frame">
      <table className={`text-diff${split ? ' split' : ''}`}>
        <caption className="hidden-visually">{t('versions.text')}</caption>
        <thead className="hidden-visually">
          <tr>
            {keyed(columns, (name) => name).map(({ key, item }) => (
              <th key={key} scope="col">
                {item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            split ? <SplitRow key={rowKey(row)} row={row} /> : <UnifiedRow key={rowKey(row)} row={row} />,
          )}
        </tbody>
      </table>
    </div>
  )
}
