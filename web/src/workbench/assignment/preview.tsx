import '../../text/area/assignment.js'
import type { RoundPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { TableScroll } from '../../ui/table-scroll.js'

/** What a file says, and which of its rows cannot be used and why. */
export function Preview({ preview }: { readonly preview: RoundPreview }) {
  const { t } = useText()
  const { left, right, candidates, problemCount, notes } = preview
  return (
    <section className="stack" aria-label={t('assignment.preview')}>
      <h3>{t('assignment.preview')}</h3>
      {notes.map((note) => (
        <p key={note} className="notice warn">
          {note}
        </p>
      ))}
      {problemCount > 0 && <Problems preview={preview} />}
      <div className="assignment-two">
        <Side side={left} />
        <Side side={right} />
      </div>
      {problemCount === 0 && (
        <p className={candidates === 0 ? 'notice bad' : 'notice good'} role="status">
          {candidates === 0
            ? t('assignment.preview.none')
            : t('assignment.preview.candidates', { count: candidates })}
        </p>
      )}
    </section>
  )
}

function Problems({ preview: { problems, problemCount } }: { readonly preview: RoundPreview }) {
  const { t } = useText()
  return (
    <div className="notice bad stack tight" role="alert">
      <strong>{t('assignment.problems', { count: problemCount })}</strong>
      <ul className="assignment-problems">
        {keyed(problems, ({ sheet, row, column }) => `${sheet} ${row} ${column}`).map(({ key, item }) => (
          <li key={key}>
            {item.sheet !== '' && (
              <strong className="number">
                {t('assignment.problem.at', { sheet: item.sheet, row: item.row, column: item.column })}{' '}
              </strong>
            )}
            {item.message}
            {item.value !== '' && (
              <span className="muted"> {t('assignment.problem.value', { value: item.value })}</span>
            )}
          </li>
        ))}
      </ul>
      {problemCount > problems.length && <p>{t('assignment.problems.more', { shown: problems.length })}</p>}
    </div>
  )
}

function Side({ side }: { readonly side: RoundPreview['left'] }) {
  const { t, lang } = useText()
  const { name, members, capacity, wishes, first, counties } = side
  const list = counties.map(({ county, members: count }) =>
    county === null ? t('assignment.preview.no-county', { count }) : `${county} ${count}`,
  )
  return (
    <div className="stack tight">
      <p>
        <strong>{t('assignment.preview.side', { name, members, capacity, wishes })}</strong>
      </p>
      {first.length > 0 && (
        <TableScroll>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{name}</th>
                <th scope="col">{t('assignment.county')}</th>
                <th scope="col" className="number">
                  {t('assignment.capacity')}
                </th>
                <th scope="col">{t('assignment.fields')}</th>
              </tr>
            </thead>
            <tbody>
              {first.map(({ code, name: member, county, capacity: room, fields }) => (
                <tr key={code}>
                  <td>{member}</td>
                  <td>{county ?? '—'}</td>
                  <td className="number">{room}</td>
                  <td>{fields.join(lang === 'zh' ? '、' : ', ') || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {members > first.length && <p className="muted small">{t('assignment.preview.more', { members })}</p>}
      {list.length > 0 && (
        <p className="muted small">
          {t('assignment.preview.counties', { list: list.join(lang === 'zh' ? '、' : ', ') })}
        </p>
      )}
    </div>
  )
}
