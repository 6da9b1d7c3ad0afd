import '../../text/area/reports.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { sendFiles } from './sending.js'

/** Files dropped or chosen together; names and sizes go first, so that what is too large is never sent. */
export function Upload({ onBegun }: { readonly onBegun: (batch: string, files: number) => void }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const { name, keepName } = useActingName()
  const [error, setError] = useState<string | null>(null)
  const beginning = useMutation({
    mutationFn: (files: readonly File[]) =>
      staffApi.beginReportBatch({ files: files.map((file) => ({ name: file.name, bytes: file.size })) }),
    onSuccess: async (batch, files) => {
      const wanted = batch.files.flatMap(({ n, state }) => {
        const file = files[n]
        return state === 'awaited' && file ? [{ n, file }] : []
      })
      const look = () => queries.invalidateQueries({ queryKey: ['report-batches'] })
      sendFiles(batch.id, wanted, look)
      if (input.current) input.current.value = ''
      onBegun(batch.id, files.length)
      await look()
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const take = (files: readonly File[]) => {
    if (beginning.isPending) return
    setError(files.length > 0 ? null : t('form.required', { label: t('reports.file') }))
    if (files.length > 0) beginning.mutate(files)
    else input.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take([...(input.current?.files ?? [])])
  }
  const over = useDropped(take)
  return (
    <form className={`card stack${over ? ' report-drop' : ''}`} onSubmit={submit} noValidate>
      <NameField
        id="report-name"
        label={t('reports.name')}
        value={name}
        onChange={keepName}
        error={undefined}
      />
      <div className={`field${error ? ' wrong' : ''}`}>
        <label htmlFor="report-file">{t('reports.file')}</label>
        <span className="hint" id="report-hint">
          {t('reports.hint')}
        </span>
        {error && (
          <span className="error" id="report-error" role="alert">
            {error}
          </span>
        )}
        <input
          ref={input}
          id="report-file"
          className="input"
          type="file"
          multiple
          accept=".docx,.pdf,.html,.htm,.txt"
          aria-invalid={error !== null}
          aria-describedby={error ? 'report-error report-hint' : 'report-hint'}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={beginning.isPending}>
          {t('reports.read')}
        </button>
      </div>
    </form>
  )
}

/** Files may be dropped anywhere on the page: beside the field the browser would leave it for the file. */
function useDropped(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    const hold = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) taking.current(files)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
