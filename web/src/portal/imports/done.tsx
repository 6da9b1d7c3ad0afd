import '../../text/area/companies.js'
import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { useStep } from './use-step.js'

const NAME_CHARACTERS = 60

/** The companies of an import as a list of the matrix: made once, found again after that. */
function useList({ id, fileName, createdAt }: ImportPreview) {
  const { lang } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      const sheet = fileName.replace(/\.\w+$/, '').slice(0, NAME_CHARACTERS)
      const name = `${sheet} ${localTime(createdAt, lang)}`
      const { items } = await staffApi.companyLists()
      return items.find((list) => list.name === name) ?? (await staffApi.createList({ name, import: id }))
    },
    onSuccess: async (list) => {
      await queries.invalidateQueries({ queryKey: ['company-lists'] })
      await navigate({ to: '/workbench/matrix', search: { list: list.id } })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}

/** What an import came to, and where one goes on from it. */
export function Done({ preview, focused }: { readonly preview: ImportPreview; readonly focused: boolean }) {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useList(preview)
  const undo = useStep(
    () => api.undoImport(preview.id),
    () => t('imports.undone'),
  )
  // The button that was pressed is gone: who works by keyboard goes on from here.
  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [focused])
  if (preview.status === 'undone') return <p className="notice">{t('imports.status.undone')}</p>
  const { result } = preview
  return (
    <section className="card stack tight" aria-labelledby="done-title">
      <h2 id="done-title" className="marked" ref={heading} tabIndex={-1}>
        <VerdictMark kind="yes" />
        <span>{result && t('imports.committed', { ...result })}</span>
      </h2>
      {result && result.skipped > 0 && <p>{t('imports.skipped', { count: result.skipped })}</p>}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          aria-disabled={list.isPending}
          onClick={() => (list.isPending ? undefined : list.mutate())}
        >
          {t('imports.matrix')}
        </button>
        <Link to="/companies" className="button">
          {t('companies.title')}
        </Link>
        <button
          type="button"
          className="button danger"
          aria-disabled={undo.isPending}
          onClick={() => (undo.isPending ? undefined : undo.mutate(undefined))}
        >
          {t('imports.undo')}
        </button>
      </div>
    </section>
  )
}
