import '../../text/area/matching-audit.js'
import type { RankingView } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Results } from './results.js'

type Version = RankingView['history'][number]

/** Who put which weights in force, on what ground, and who took them back. */
export function History({ ranking }: { readonly ranking: RankingView }) {
  const { t } = useText()
  return (
    <div className="stack">
      <h3>{t('audit.history')}</h3>
      {ranking.history.length === 0 ? (
        <p className="muted">{t('audit.history.none')}</p>
      ) : (
        <ol className="audit-history stack">
          {ranking.history.map((version) => (
            <li key={version.id} className="stack tight">
              <One version={version} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function dayOf(at: string): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

function One({ version }: { readonly version: Version }) {
  const { t } = useText()
  const { basis, takenBackAt } = version
  return (
    <>
      <p>
        {t('audit.history.signed', { name: version.signedBy, at: dayOf(version.signedAt) })}{' '}
        {version.inForce && <span className="tag yes">{t('audit.history.current')}</span>}
      </p>
      <p>{version.note}</p>
      <p className="muted small">
        {t('audit.history.basis', { examples: basis.examples })}
        {basis.test && ` · ${t('audit.history.test', { title: basis.test.title })}`}
      </p>
      {basis.test && (
        <details>
          <summary className="audit-summary">{t('audit.compare', { title: basis.test.title })}</summary>
          <Results results={basis.test.results} />
        </details>
      )}
      {takenBackAt === null ? (
        <TakeBack id={version.id} />
      ) : (
        <p className="muted small">
          {t('audit.history.back', {
            name: version.takenBackBy ?? '',
            at: dayOf(takenBackAt),
            note: version.takenBackNote ?? '',
          })}
        </p>
      )}
    </>
  )
}

function TakeBack({ id }: { readonly id: string }) {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const acting = useActingName()
  const [noteId, nameId] = [useId(), useId()]
  const [note, setNote] = useState('')
  const [name, setName] = useState(acting.name)
  const [wrong, setWrong] = useState(false)
  const act = useMutation({
    mutationFn: () => staffApi.takeBackRanking(id, note),
    onSuccess: () => {
      notify({ text: t('audit.take-back.done'), tone: 'good' })
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
      <summary className="audit-summary">{t('audit.take-back')}</summary>
      <form className="audit-form" onSubmit={submit} noValidate>
        <TextArea
          id={noteId}
          label={t('audit.take-back.note')}
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
          <button type="submit" className="button danger" disabled={act.isPending}>
            {t('audit.take-back')}
          </button>
        </div>
      </form>
    </details>
  )
}
