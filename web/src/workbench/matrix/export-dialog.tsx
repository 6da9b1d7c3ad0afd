import '../../text/area/matrix.js'
import type { ExportFilters } from '@kehui/server/client'
import { ApiError } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { filtersOf } from './asked-for.js'

const route = getRouteApi('/workbench/matrix')
const AGAIN_MS = 1_500
type Rows = 'all' | 'cultivable'

/** Asks until the results are computed: until then the server gives no file. */
async function fetchList(
  filters: ExportFilters,
  signal: AbortSignal,
  told: (pending: number) => void,
): Promise<Blob> {
  for (;;) {
    try {
      return await staffApi.exportList(filters)
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.code !== 'matrix.pending' || signal.aborted) throw cause
      told(Number(cause.details?.count ?? 0))
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

export function ExportDialog({ on, onClose }: { readonly on: string; readonly onClose: () => void }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const search = route.useSearch()
  const [rows, setRows] = useState<Rows>('all')
  const [state, setState] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const closed = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    closed.current = controller
    return () => controller.abort()
  }, [])
  const start = async () => {
    const { signal } = closed.current
    setError(undefined)
    setState(t('matrix.export.writing'))
    const sort = search.sort ?? 'near'
    try {
      const file = await fetchList({ ...filtersOf(search), sort, rows, lang }, signal, (pending) =>
        setState(t('matrix.export.waiting', { pending })),
      )
      if (signal.aborted) return
      saveFile(file, t('matrix.export.file', { date: on }))
      notify({ text: t('matrix.export.done'), tone: 'good' })
      onClose()
    } catch (cause) {
      if (!signal.aborted) setError(messageOf(cause))
      setState(null)
    }
  }
  return (
    <Dialog title={t('matrix.export')} onClose={onClose}>
      <p className="muted">{t('matrix.export.lead')}</p>
      <fieldset className="stack tight">
        <legend>{t('matrix.export.rows')}</legend>
        {(['all', 'cultivable'] as const).map((value) => (
          <label key={value} className={`choice wide${value === rows ? ' chosen' : ''}`}>
            <input type="radio" name="rows" checked={value === rows} onChange={() => setRows(value)} />
            {t(`matrix.export.${value}`)}
          </label>
        ))}
      </fieldset>
      {error && (
        <p role="alert" className="notice bad">
          {error}
        </p>
      )}
      <p role="status">{state}</p>
      {state !== null && <progress aria-label={state} />}
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={state !== null}
          onClick={() => void start()}
        >
          {t('matrix.export.start')}
        </button>
      </div>
    </Dialog>
  )
}
