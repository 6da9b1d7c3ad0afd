import '../../text/area/reports.js'
import type { Batch } from '@kehui/server/client'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { StaffOnly } from '../staff-only.js'
import { Batches } from './batches.js'
import { Past } from './past.js'
import './reports.css'
import { Upload } from './upload.js'
import '../workbench.css'

export function ReportsPage() {
  return (
    <StaffOnly title="reports.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t } = useText()
  const navigate = useNavigate()
  /** A batch of one file: whoever handed it in waits for its report. */
  const awaited = useRef<string | null>(null)
  const settled = useCallback(
    ({ id, files: [file] }: Batch) => {
      if (awaited.current !== id) return
      awaited.current = null
      if (file?.state === 'done' && file.report !== null)
        void navigate({ to: '/workbench/reports/$report', params: { report: file.report } })
    },
    [navigate],
  )
  return (
    <div className="page stack workbench">
      <h1>{t('reports.title')}</h1>
      <p className="muted">{t('reports.lead')}</p>
      <p>
        <Link to="/workbench/digests" className="button">
          {t('digests.title')}
        </Link>
      </p>
      <Upload
        onBegun={(batch, files) => {
          awaited.current = files === 1 ? batch : null
        }}
      />
      <Batches onSettled={settled} />
      <Past />
    </div>
  )
}
