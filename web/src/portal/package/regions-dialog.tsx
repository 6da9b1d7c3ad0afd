import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Dialog } from '../../ui/dialog.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { usePackage } from './package-context.js'

/** Which other regions' programmes are computed too. The registered place's own always are. */
export function RegionsDialog({
  company,
  onClose,
}: {
  readonly company: string
  readonly onClose: () => void
}) {
  const { t, lang } = useText()
  const { pkg } = usePackage()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  const home = new Set(pkg.regions.filter((region) => region.home).map((region) => region.id))
  const [chosen, setChosen] = useState(() => new Set(pkg.regions.map((region) => region.id)))
  const save = useMutation({
    mutationFn: () => api.setPacks(company, { packs: [...chosen].filter((id) => !home.has(id)) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['package', company] })
      notify({ text: t('regions.saved'), tone: 'good' })
      onClose()
    },
  })
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t('regions.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="muted">{t('regions.lead')}</p>
        {regions.isPending && <p role="status">{t('app.loading')}</p>}
        {save.isError && <p role="alert">{messageOf(save.error)}</p>}
        <ul className="stack tight">
          {(regions.data ?? []).map((region) => (
            <li key={region.id}>
              <label className={`choice wide${chosen.has(region.id) ? ' chosen' : ''}`}>
                <input
                  type="checkbox"
                  checked={chosen.has(region.id)}
                  disabled={home.has(region.id)}
                  onChange={() => toggle(region.id)}
                />
                <span>
                  {region.title}
                  <span className="muted small">
                    {' '}
                    {t('regions.count', { count: region.programmes })}
                    {home.has(region.id) && ` · ${t('regions.home')}`}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="actions spread">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" aria-disabled={save.isPending}>
            {t('regions.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
