import type { FactRow, SubjectFacts } from '@kehui/server/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { notify } from '../../ui/notify.js'
import { QuestionForm } from '../../ui/question-form.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Stores one value, says so, and offers to undo it. */
function useSaveFact(company: string): (key: string, text: string, label: string) => Promise<void> {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['facts', company] })
    await queries.invalidateQueries({ queryKey: ['package', company] })
  }
  return async (key, text, label) => {
    const saved = await api.saveFacts(company, { facts: { [key]: text } })
    await refresh()
    const undo = () =>
      api
        .retractFacts(company, saved.undo)
        .then(refresh)
        .then(() => notify({ text: t('answer.undone'), tone: 'good' }))
        .catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))
    notify({
      text: t('facts.saved', { label }),
      tone: 'good',
      action: { label: t('answer.undo'), run: undo },
    })
  }
}

interface Editing {
  readonly key: string
  readonly value: string
}

function keyOf(row: FactRow, year: number | null): string {
  return `${row.fact}${row.calibre === null ? '' : `.${row.calibre}`}${year === null ? '' : `@${year}`}`
}

function Row({
  row,
  years,
  onEdit,
}: {
  readonly row: FactRow
  readonly years: readonly number[]
  readonly onEdit: (editing: Editing) => void
}) {
  const { t } = useText()
  const { labelOf } = useFactLabels()
  const columns = row.yearly ? years : [null]
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {!row.yearly && years.length > 0 && <td className="void" colSpan={years.length} />}
      {columns.map((year) => {
        const key = keyOf(row, year)
        const cell = row.cells.find((one) => one.key === key)
        const label = labelOf(key)
        return (
          <td key={key}>
            <span className="cell-year">{year ?? t('facts.current')}</span>
            <button
              type="button"
              className="cell"
              aria-label={
                cell ? `${t('facts.edit', { label })}：${cell.value}` : t('answer.title', { label })
              }
              onClick={() => onEdit({ key, value: cell?.value ?? '' })}
            >
              {cell ? (
                <b className="number">{cell.value}</b>
              ) : (
                <span className="muted">{t('facts.add')}</span>
              )}
            </button>
            {cell && (
              <span className="muted small">
                {[cell.source, cell.observedAt?.slice(0, 10)].filter(Boolean).join(' · ')}
                {cell.others.length > 0 && `（${t('facts.other', { count: cell.others.length })}）`}
              </span>
            )}
          </td>
        )
      })}
      {row.yearly && <td className="void" />}
    </tr>
  )
}

interface FactTableProps {
  readonly company: string
  readonly facts: SubjectFacts
  readonly find: string
  readonly onlyKnown: boolean
}

/** A row an indicator, a column a year. An empty cell is unknown, and can be filled. */
export function FactTable({ company, facts, find, onlyKnown }: FactTableProps) {
  const { t } = useText()
  const save = useSaveFact(company)
  const { questionOf } = useFactLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const rows = facts.rows.filter((row) => (!onlyKnown || row.cells.length > 0) && row.label.includes(find))
  const question = editing === null ? undefined : questionOf(editing.key)
  if (rows.length === 0) return <p role="status">{t('facts.none')}</p>
  return (
    <>
      <table className="table fact-table card">
        <thead>
          <tr>
            <th scope="col">{t('facts.fact')}</th>
            {facts.years.map((year) => (
              <th key={year} scope="col" className="number">
                {year}
              </th>
            ))}
            <th scope="col">{t('facts.current')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row, null)} row={row} years={facts.years} onEdit={setEditing} />
          ))}
        </tbody>
      </table>
      {editing && question && (
        <Dialog title={t('answer.title', { label: question.label })} onClose={() => setEditing(null)}>
          <QuestionForm
            question={question}
            initial={editing.value}
            lead={t('answer.lead')}
            saveLabel={t('answer.save')}
            onSave={(text) => save(editing.key, text, question.label)}
            onDone={() => setEditing(null)}
          />
        </Dialog>
      )}
    </>
  )
}
