import '../../text/area/matrix.js'
import type { CompanyList } from '@kehui/server/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const route = getRouteApi('/workbench/matrix')
const SaveDialog = lazy(async () => ({ default: (await import('./list-dialogs.js')).SaveDialog }))
const RenameDialog = lazy(async () => ({ default: (await import('./list-dialogs.js')).RenameDialog }))

function useDelete(): (list: CompanyList) => Promise<void> {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const show = async (list: string | undefined) => {
    await queries.invalidateQueries({ queryKey: ['company-lists'] })
    await navigate({ search: { ...search, list }, resetScroll: false })
  }
  const failed = (cause: unknown) => notify({ text: messageOf(cause), tone: 'bad' })
  const restore = async ({ id, name }: CompanyList) => {
    await staffApi.restoreList(id)
    await show(id)
    notify({ text: t('matrix.list.restored', { name }), tone: 'good' })
  }
  return async (list) => {
    try {
      await staffApi.deleteList(list.id)
      await show(undefined)
      notify({
        text: t('matrix.list.deleted', { name: list.name }),
        tone: 'good',
        action: { label: t('matrix.list.undo'), run: () => void restore(list).catch(failed) },
      })
    } catch (cause) {
      failed(cause)
    }
  }
}

interface ChooserProps {
  readonly picked: ReadonlyMap<string, string>
  readonly onUnpick: () => void
}

/** Which companies: all, or those of a list that somebody saved. */
export function ListChooser({ picked, onUnpick }: ChooserProps) {
  const { t } = useText()
  const id = useId()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const remove = useDelete()
  const [dialog, setDialog] = useState<'save' | 'rename' | null>(null)
  const lists = useQuery({ queryKey: ['company-lists'], queryFn: () => staffApi.companyLists() })
  const items = lists.data?.items ?? []
  const chosen = items.find((list) => list.id === search.list)
  const close = () => setDialog(null)
  const choose = (list: string) =>
    navigate({ search: { ...search, list: list || undefined }, resetScroll: false })
  return (
    <div className="matrix-lists">
      <div className="field">
        <label htmlFor={id}>{t('matrix.list')}</label>
        <select
          id={id}
          className="input"
          value={search.list ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('matrix.list.all')}</option>
          {items.map(({ id: value, name, size }) => (
            <option key={value} value={value}>
              {size === null ? name : t('matrix.list.size', { name, count: size })}
            </option>
          ))}
        </select>
      </div>
      <div className="actions">
        <button type="button" className="button" onClick={() => setDialog('save')}>
          <Icon name="plus" />
          {t('matrix.list.save')}
        </button>
        {chosen && (
          <>
            <button type="button" className="button" onClick={() => setDialog('rename')}>
              {t('matrix.list.rename')}
            </button>
            <button type="button" className="button danger" onClick={() => void remove(chosen)}>
              {t('matrix.list.delete')}
            </button>
          </>
        )}
        {picked.size > 0 && (
          <>
            <span role="status">{t('matrix.picked', { count: picked.size })}</span>
            <button type="button" className="button plain" onClick={onUnpick}>
              {t('matrix.picked.clear')}
            </button>
          </>
        )}
      </div>
      <Suspense>
        {dialog === 'save' && <SaveDialog picked={picked} onClose={close} onSaved={onUnpick} />}
        {dialog === 'rename' && chosen && <RenameDialog list={chosen} onClose={close} />}
      </Suspense>
    </div>
  )
}
