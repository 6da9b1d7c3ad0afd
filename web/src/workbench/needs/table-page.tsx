import '../../text/area/need-channels.js'
import '../../text/area/demands.js'
import type { DemandTable } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { Icon } from '../../ui/icon.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import { PastTables } from './past-tables.js'
import { TableRows } from './table-rows.js'

/** Needs of many companies in one table: looked at first, then entered, and taken back as a whole. */
export function NeedTablePage() {
  return (
    <StaffOnly title="need-table.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [file, setFile] = useState<File>()
  const [table, setTable] = useState<DemandTable>()
  const [error, setError] = useState<string>()
  const look = useMutation({
    mutationFn: (given: File) => staffApi.previewDemandTable(given),
    onSuccess: setTable,
    onError: (cause) => setError(messageOf(cause)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (look.isPending) return
    setTable(undefined)
    setError(file ? undefined : t('need-table.file.missing'))
    if (file) look.mutate(file)
  }
  const template = async () => {
    try {
      saveFile(await staffApi.demandTemplate(), `${t('need-table.title')}.xlsx`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <div className="page stack workbench">
      <Link to="/demands" className="back">
        <Icon name="back" />
        {t('demands.title')}
      </Link>
      <h1>{t('need-table.title')}</h1>
      <p className="muted">{t('need-table.lead')}</p>
      <form className="card stack" onSubmit={submit} noValidate>
        <FieldFrame id="need-file" label={t('need-table.file')} error={error}>
          <input
            id="need-file"
            className="input"
            type="file"
            accept=".xlsx,.csv,text/csv"
            aria-invalid={error !== undefined}
            onChange={({ target }) => {
              setFile(target.files?.[0])
              setTable(undefined)
              setError(undefined)
            }}
          />
        </FieldFrame>
        <div className="actions">
          <button type="submit" className="button primary" aria-disabled={look.isPending}>
            {t('need-table.look')}
          </button>
          <button type="button" className="button" onClick={() => void template()}>
            <Icon name="download" />
            {t('need-table.template')}
          </button>
        </div>
      </form>
      {table && file && <Looked table={table} file={file} onEntered={setTable} />}
      <PastTables />
    </div>
  )
}

interface LookedProps {
  readonly table: DemandTable
  readonly file: File
  readonly onEntered: (table: DemandTable) => void
}

function Looked({ table, file, onEntered }: LookedProps) {
  const { t } = useText()
  const { name, keepName } = useActingName()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const [publish, setPublish] = useState(false)
  const [given, setGiven] = useState(name)
  const [nameless, setNameless] = useState(false)
  const enter = useMutation({
    mutationFn: () => staffApi.enterDemandTable(file, publish),
    onSuccess: async (done) => {
      onEntered(done)
      await queries.invalidateQueries()
      notify({
        text: t('need-table.entered', { count: done.taken, published: done.published }),
        tone: 'good',
      })
    },
  })
  const start = () => {
    setNameless(given.trim() === '')
    if (enter.isPending || given.trim() === '') return
    keepName(given)
    enter.mutate()
  }
  return (
    <section className="card stack" aria-label={t('need-table.look')}>
      <p role="status">
        <b>
          {table.id === null
            ? t('need-table.found', { taken: table.taken, refused: table.refused })
            : t('need-table.entered', { count: table.taken, published: table.published })}
        </b>
      </p>
      {table.ignored.length > 0 && (
        <p className="muted small">{t('need-table.ignored', { columns: table.ignored.join('、') })}</p>
      )}
      <TableRows rows={table.rows} />
      {table.id === null && table.taken > 0 && (
        <>
          <label className={`choice${publish ? ' chosen' : ''}`}>
            <input type="checkbox" checked={publish} onChange={({ target }) => setPublish(target.checked)} />
            {t('need-table.publish')}
          </label>
          <NameField
            id="need-name"
            value={given}
            onChange={setGiven}
            error={nameless ? t('objection.name.missing') : undefined}
          />
          {enter.isError && (
            <p className="notice bad" role="alert">
              {messageOf(enter.error)}
            </p>
          )}
          <div className="actions">
            <button type="button" className="button primary" aria-disabled={enter.isPending} onClick={start}>
              {t('need-table.enter', { count: table.taken })}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
