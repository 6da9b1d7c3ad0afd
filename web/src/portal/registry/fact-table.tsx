import '../../text/area/facts.js'
import type { FactRow, SubjectFacts } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { usePreferences } from '../../ui/preferences.js'
import { QuestionForm } from '../../ui/question-form.js'
import { FACT_GROUPS, type FactGroup, groupOf } from './fact-groups.js'
import { type Editing, FactLine, keyOf } from './fact-line.js'
import { useSaveFact } from './use-save-fact.js'

/** Where years stand below one another, all of them at once would be many screens. */
const NARROW = '(max-width: 47.99rem)'

interface EditProps {
  readonly company: string
  readonly editing: Editing
  readonly onDone: () => void
}

/** The question about one value: a dialog, or in large text in its place. */
function Edit({ company, editing, onDone }: EditProps) {
  const { t } = useText()
  const { large } = usePreferences()
  const save = useSaveFact(company)
  const question = useFactLabels().questionOf(editing.key)
  if (question === undefined) return null
  const form = (
    <QuestionForm
      question={question}
      initial={editing.value}
      lead={t('answer.lead')}
      saveLabel={t('answer.save')}
      onSave={(text) => save(editing.key, text, question.label)}
      onDone={onDone}
    />
  )
  if (large) return form
  return (
    <Dialog title={t('answer.title', { label: question.label })} onClose={onDone}>
      {form}
    </Dialog>
  )
}

interface GroupProps {
  readonly company: string
  readonly group: FactGroup
  readonly rows: readonly FactRow[]
  readonly years: readonly number[]
  readonly opened: boolean
}

function Group({ company, group, rows, years, opened }: GroupProps) {
  const { t } = useText()
  const { large } = usePreferences()
  const [editing, setEditing] = useState<Editing | null>(null)
  const known = rows.filter((row) => row.cells.length > 0).length
  const columns = group === 'yearly' ? years : [null]
  const edit = editing && <Edit company={company} editing={editing} onDone={() => setEditing(null)} />
  const isOf = (row: FactRow) => columns.some((year) => keyOf(row, year) === editing?.key)
  return (
    <details className="card fact-group" open={opened}>
      <summary>
        <h2>{t(`facts.group.${group}`)}</h2>
        <span className="muted small">{t('facts.group.known', { known, total: rows.length })}</span>
      </summary>
      <table className={`table fact-table ${group}`}>
        <thead>
          <tr>
            <th scope="col">{t('facts.fact')}</th>
            {columns.map((year) => (
              <th key={year} scope="col">
                {year ?? t('facts.current')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FactLine
              key={keyOf(row, null)}
              row={row}
              years={columns}
              onEdit={setEditing}
              form={large && isOf(row) ? edit : null}
            />
          ))}
        </tbody>
      </table>
      {!large && edit}
    </details>
  )
}

interface FactTableProps {
  readonly company: string
  readonly facts: SubjectFacts
  readonly find: string
  readonly onlyKnown: boolean
}

/** A row an indicator, a column a year, by topic. An empty cell is unknown, and can be filled. */
export function FactTable({ company, facts, find, onlyKnown }: FactTableProps) {
  const { t } = useText()
  const { questionOf } = useFactLabels()
  const rows = facts.rows.filter((row) => (!onlyKnown || row.cells.length > 0) && row.label.includes(find))
  if (rows.length === 0) return <p role="status">{t('facts.none')}</p>
  const openedAtFirst = window.matchMedia(NARROW).matches ? 1 : 2
  const narrowed = find !== '' || onlyKnown
  return FACT_GROUPS.map((group, position) => {
    const inGroup = rows.filter((row) => groupOf(row, questionOf(row.fact)?.type) === group)
    if (inGroup.length === 0) return null
    return (
      <Group
        // What is searched for is shown opened; afterwards the groups fold again.
        key={`${group} ${narrowed}`}
        company={company}
        group={group}
        rows={inGroup}
        years={facts.years}
        opened={narrowed || position < openedAtFirst}
      />
    )
  })
}
