import '../../text/area/matrix.js'
import type { CompanyList, NewCompanyList } from '@kehui/server/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { filtersOf } from './asked-for.js'

const route = getRouteApi('/workbench/matrix')

interface NameFormProps {
  readonly title: MessageKey
  readonly start: string
  readonly children?: React.ReactNode
  /** Not ready: what it is of is still to be chosen. */
  readonly disabled?: boolean
  readonly save: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** A name and what goes with it; what the server refuses is told at the name. */
function NameDialog({ title, start, children, disabled = false, save, onClose }: NameFormProps) {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const [name, setName] = useState(start)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') {
      setError(t('matrix.list.name.empty'))
      document.getElementById(id)?.focus()
      return
    }
    setBusy(true)
    try {
      await save(name)
    } catch (cause) {
      setError(messageOf(cause))
      document.getElementById(id)?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t(title)} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField id={id} label={t('matrix.list.name')} value={name} onChange={setName} error={error} />
        {children}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy || disabled}>
            {t('matrix.list.save.submit')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

export function RenameDialog({
  list,
  onClose,
}: {
  readonly list: CompanyList
  readonly onClose: () => void
}) {
  const queries = useQueryClient()
  const save = async (name: string) => {
    await staffApi.renameList(list.id, name)
    await queries.invalidateQueries({ queryKey: ['company-lists'] })
    onClose()
  }
  return <NameDialog title="matrix.list.rename" start={list.name} save={save} onClose={onClose} />
}

type Basis = 'filter' | 'picked' | 'import'

interface SaveDialogProps {
  readonly picked: ReadonlyMap<string, string>
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Saves the companies that are filtered, picked or were imported under a name. */
export function SaveDialog({ picked, onClose, onSaved }: SaveDialogProps) {
  const { t } = useText()
  const queries = useQueryClient()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const [basis, setBasis] = useState<Basis>(picked.size > 0 ? 'picked' : 'filter')
  const imports = useQuery({ queryKey: ['imports'], queryFn: () => api.imports() })
  const committed = (imports.data?.items ?? []).filter(({ status }) => status === 'committed')
  const [chosen, setChosen] = useState<string>()
  const source = chosen ?? committed[0]?.id
  const contentOf = (): Omit<NewCompanyList, 'name'> => {
    if (basis === 'picked') return { subjects: [...picked.keys()] }
    if (basis === 'import') return { import: source ?? '' }
    const { place, park, title, industry, q } = filtersOf(search)
    const given = Object.entries({ place, park, title, industry, q })
    return { filter: Object.fromEntries(given.filter(([, value]) => value !== undefined)) }
  }
  const save = async (name: string) => {
    const list = await staffApi.createList({ name, ...contentOf() })
    await queries.invalidateQueries({ queryKey: ['company-lists'] })
    onSaved()
    onClose()
    await navigate({ search: { list: list.id }, resetScroll: false })
    notify({ text: t('matrix.list.saved', { name: list.name }), tone: 'good' })
  }
  return (
    <NameDialog
      title="matrix.list.save"
      start=""
      save={save}
      onClose={onClose}
      disabled={basis === 'import' && source === undefined}
    >
      <fieldset className="stack tight">
        <legend>{t('matrix.list.of')}</legend>
        <BasisChoice value="filter" chosen={basis} onChoose={setBasis} label={t('matrix.list.of.filter')} />
        {picked.size > 0 && (
          <BasisChoice
            value="picked"
            chosen={basis}
            onChoose={setBasis}
            label={t('matrix.list.of.picked', { count: picked.size })}
          />
        )}
        <BasisChoice value="import" chosen={basis} onChoose={setBasis} label={t('matrix.list.of.import')} />
      </fieldset>
      {basis === 'import' && <ImportField items={committed} value={source} onChange={setChosen} />}
    </NameDialog>
  )
}

function BasisChoice({
  value,
  chosen,
  label,
  onChoose,
}: {
  readonly value: Basis
  readonly chosen: Basis
  readonly label: string
  readonly onChoose: (value: Basis) => void
}) {
  return (
    <label className={`choice wide${value === chosen ? ' chosen' : ''}`}>
      <input type="radio" name="basis" checked={value === chosen} onChange={() => onChoose(value)} />
      {label}
    </label>
  )
}

function ImportField({
  items,
  value,
  onChange,
}: {
  readonly items: readonly { readonly id: string; readonly fileName: string; readonly createdAt: string }[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}) {
  const { t, lang } = useText()
  const id = useId()
  if (items.length === 0) return <p className="notice warn">{t('matrix.list.import.none')}</p>
  return (
    <div className="field">
      <label htmlFor={id}>{t('matrix.list.import')}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {item.fileName}　{localTime(item.createdAt, lang)}
          </option>
        ))}
      </select>
    </div>
  )
}
