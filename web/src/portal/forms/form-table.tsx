import '../../text/area/forms.js'
import type { FormCell, FormColumn, FormRow, FormSection } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { QuestionForm } from '../../ui/question-form.js'
import { Cell } from './cell.js'
import type { FormState } from './use-form.js'

/** Who holds what nobody but the applicant knows: no record that could be fetched. */
const DECLARED = '自行申报'

/** More figures than this are counted instead of named. */
const MOST_NAMED = 2

export interface Editing {
  readonly column: FormColumn
  readonly key: string
  readonly value: string
}

function Requirement({ row }: { readonly row: FormRow }) {
  const { t } = useText()
  return (
    <>
      {row.required && <span>{row.required}</span>}
      {row.table.length > 0 && (
        <ul className="form-rates">
          {row.table.map(({ when, gives }) => (
            <li key={`${when} ${gives}`}>
              <span>{when}</span> <b className="number">{gives}</b>
            </li>
          ))}
        </ul>
      )}
      {row.kind === 'term' && row.max && row.table.length === 0 && (
        <span>{t('forms.max', { max: row.max })}</span>
      )}
      {row.uses.length > 0 && (
        <span className="muted small">
          {row.uses.length > MOST_NAMED
            ? t('forms.uses.many', { count: row.uses.length })
            : t('forms.uses', { names: row.uses.join(t('common.comma')) })}
        </span>
      )}
    </>
  )
}

function Item({ row, figure }: Pick<RowProps, 'row' | 'figure'>) {
  const { t } = useText()
  const { joins } = row
  const fact = row.fact ?? figure?.fact
  const held =
    fact?.heldBy &&
    (fact.heldBy === DECLARED ? t('forms.declared') : t('forms.held', { agency: fact.heldBy }))
  const note = fact ? [!fact.askable && t('forms.judged'), held].filter(Boolean) : []
  return (
    <>
      <span className="form-label">
        {row.label}
        {row.fact?.unit && <span className="muted">（{row.fact.unit}）</span>}
      </span>
      {joins && <span className="tag">{t(`forms.${joins}`)}</span>}
      {note.length > 0 && <span className="muted small">{note.join('；')}</span>}
    </>
  )
}

interface RowProps {
  readonly row: FormRow
  readonly figure: FormRow | undefined
  readonly columns: readonly FormColumn[]
  readonly onEdit: (column: FormColumn, cell: FormCell) => void
}

function Row({ row, figure, columns, onEdit }: RowProps) {
  const { t } = useText()
  const evidence = row.evidence ?? figure?.evidence
  return (
    <tr className={`form-row ${row.kind} depth-${Math.min(row.depth, 4)}`}>
      <td className="form-clause" data-name={t('forms.clause')}>
        {row.cite?.article}
      </td>
      <th scope="row">
        <Item row={row} figure={figure} />
      </th>
      <td className="form-required" data-name={t('forms.requirement')}>
        <Requirement row={row} />
      </td>
      {row.cells.map((cell, k) => {
        const column = columns[k]
        const own = figure?.cells[k]
        return column ? (
          <td
            key={column.id}
            className={`form-cell${column.whatIf ? ' what-if' : ''}`}
            data-name={column.name}
          >
            <Cell
              row={row}
              cell={cell}
              column={column}
              figure={figure && own && { row: figure, cell: own }}
              onEdit={(edited) => onEdit(column, edited)}
            />
          </td>
        ) : null
      })}
      <td className="form-evidence" data-name={t('forms.evidence')}>
        {evidence}
      </td>
    </tr>
  )
}

function Section({
  section,
  columns,
  onEdit,
}: Omit<RowProps, 'row' | 'figure'> & { readonly section: FormSection }) {
  const { t } = useText()
  return (
    <tbody>
      <tr className="form-section">
        <th scope="colgroup" colSpan={columns.length + 4}>
          {t(`forms.section.${section.kind}`)}
        </th>
      </tr>
      {section.rows.map((row, i) => {
        const below = section.rows[i + 1]
        const figure = below?.alone ? below : undefined
        return row.alone ? null : (
          <Row key={row.id} row={row} figure={figure} columns={columns} onEdit={onEdit} />
        )
      })}
    </tbody>
  )
}

/** The sheet in the official order; on a phone each row is a card. */
export function FormTable({ state }: { readonly state: FormState }) {
  const { t } = useText()
  const { form, change } = state
  const { questionOf } = useFactLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const question = editing === null ? undefined : questionOf(editing.key)
  const edit = (column: FormColumn, cell: FormCell) => {
    if (cell.key !== null) setEditing({ column, key: cell.key, value: cell.value?.replaceAll(',', '') ?? '' })
  }
  return (
    <>
      <div className={form.columns.length > 3 ? 'table-scroll' : undefined}>
        <table className="table card form-table">
          <thead>
            <tr>
              <th scope="col">{t('forms.clause')}</th>
              <th scope="col">{t('forms.item')}</th>
              <th scope="col">{t('forms.requirement')}</th>
              {form.columns.map((column) => (
                <th key={column.id} scope="col" className={column.whatIf ? 'what-if' : undefined}>
                  {column.name}
                </th>
              ))}
              <th scope="col">{t('forms.evidence')}</th>
            </tr>
          </thead>
          {form.sections.map((section) => (
            <Section key={section.kind} section={section} columns={form.columns} onEdit={edit} />
          ))}
        </table>
      </div>
      {editing && question && (
        <Dialog
          title={t('forms.edit', { label: question.label, column: editing.column.name })}
          onClose={() => setEditing(null)}
        >
          <QuestionForm
            question={question}
            initial={editing.value}
            lead={t(editing.column.whatIf ? 'forms.try.lead' : 'answer.lead')}
            saveLabel={t(editing.column.whatIf ? 'forms.try' : 'answer.save')}
            onSave={(text) => change(editing.column, editing.key, text)}
            onDone={() => setEditing(null)}
          />
        </Dialog>
      )}
    </>
  )
}
