import '../../text/area/matching-audit.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** A person puts in force what was learned: with the reason, the test set it was compared on, and a name. */
export function Adopt({ digest }: { readonly digest: string }) {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const acting = useActingName()
  const [noteId, nameId, setId] = [useId(), useId(), useId()]
  const [note, setNote] = useState('')
  const [name, setName] = useState(acting.name)
  const [set, setSet] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const sets = useQuery({ queryKey: ['test-sets'], queryFn: () => staffApi.testSets() })
  const items = sets.data?.items ?? []
  const testSet = set ?? items[0]?.id ?? null
  const act = useMutation({
    mutationFn: () => staffApi.adoptRanking({ digest, testSet, note }),
    onSuccess: () => {
      notify({ text: t('audit.adopt.done'), tone: 'good' })
      setNote('')
      return queries.invalidateQueries({ queryKey: ['ranking'] })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const incomplete = note.trim() === '' || name.trim() === ''
    setWrong(incomplete)
    if (incomplete) return
    acting.keepName(name)
    act.mutate()
  }
  const error = (value: string) => (wrong && value.trim() === '' ? t('audit.adopt.wants') : undefined)
  return (
    <details>
      <summary className="audit-summary">{t('audit.adopt')}</summary>
      <form className="audit-form" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor={setId}>{t('audit.adopt.test')}</label>
          <select
            id={setId}
            className="input"
            value={testSet ?? ''}
            onChange={({ target }) => setSet(target.value)}
          >
            {items.length === 0 && <option value="">{t('audit.adopt.no-test')}</option>}
            {items.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <TextArea
          id={noteId}
          label={t('audit.adopt.note')}
          value={note}
          onChange={setNote}
          rows={2}
          maxLength={500}
          error={error(note)}
        />
        <NameField
          id={nameId}
          label={t('audit.adopt.name')}
          value={name}
          onChange={setName}
          error={error(name)}
        />
        <div className="actions">
          <button type="submit" className="button primary" disabled={act.isPending}>
            {t('audit.adopt.do')}
          </button>
        </div>
      </form>
    </details>
  )
}
