import '../../text/area/resources.js'
import type { MadeWebhook, Webhook } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { keyed } from '../../ui/keyed.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { ClerksOnly } from '../publishing/clerks-only.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import './webhooks.css'

/** Other systems that are told what changes: who, how it goes, and what was wrong. */
export function WebhooksPage() {
  const { t } = useText()
  return (
    <StaffOnly title="webhooks.title">
      <div className="page stack workbench">
        <h1>{t('webhooks.title')}</h1>
        <p className="muted">{t('webhooks.lead')}</p>
        <ClerksOnly>
          <New />
          <Webhooks />
        </ClerksOnly>
      </div>
    </StaffOnly>
  )
}

function useKinds() {
  const { lang } = useText()
  return useQuery({ queryKey: ['kinds', lang], queryFn: () => api.kinds() }).data?.items ?? []
}

function New() {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const kinds = useKinds()
  const [url, setUrl] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [error, setError] = useState<string>()
  const [made, setMade] = useState<MadeWebhook>()
  const make = useMutation({
    mutationFn: () => staffApi.makeWebhook({ url: url.trim(), kinds: [...chosen] }),
    onSuccess: (webhook) => {
      setMade(webhook)
      setUrl('')
      setChosen([])
      return queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (make.isPending) return
    setError(url.trim() === '' ? t('webhooks.url.missing') : undefined)
    if (url.trim() !== '') make.mutate()
  }
  const toggle = (kind: string) =>
    setChosen(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind])
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <TextField
        id={id}
        label={t('webhooks.url')}
        hint={t('webhooks.url.hint')}
        value={url}
        error={error}
        onChange={setUrl}
      />
      <details>
        <summary className="webhook-more">{t('webhooks.kinds')}</summary>
        <fieldset className="choices webhook-kinds">
          <legend className="hidden-visually">{t('webhooks.kinds')}</legend>
          {kinds.map((kind) => (
            <label key={kind.id} className={`choice${chosen.includes(kind.id) ? ' chosen' : ''}`}>
              <input type="checkbox" checked={chosen.includes(kind.id)} onChange={() => toggle(kind.id)} />
              {kind.label}
            </label>
          ))}
        </fieldset>
      </details>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={make.isPending}>
          {t('webhooks.add')}
        </button>
      </div>
      {made && (
        <div className="notice good" role="status">
          <p>{t('webhooks.secret')}</p>
          <code className="webhook-secret">{made.secret}</code>
        </div>
      )}
    </form>
  )
}

function Webhooks() {
  const { t } = useText()
  const found = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => staffApi.webhooks(),
    refetchInterval: 5_000,
  })
  return (
    <>
      {found.isError && <PartFailure query={found} />}
      {found.data?.items.length === 0 && <p className="muted">{t('webhooks.none')}</p>}
      <ul className="items">
        {(found.data?.items ?? []).map((webhook) => (
          <li key={webhook.id} className="card stack tight">
            <Item webhook={webhook} />
          </li>
        ))}
      </ul>
    </>
  )
}

const TONE: Readonly<Record<Webhook['state'], string>> = { active: 'yes', paused: 'moot', failed: 'no' }

function Item({ webhook }: { readonly webhook: Webhook }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const kinds = useKinds()
  const { id, url, state, attempts, problem } = webhook
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
  const tryIt = () =>
    run(async () => {
      const sent = await staffApi.tryWebhook(id)
      if (sent.problem === null)
        notify({ text: t('webhooks.tried', { ms: sent.milliseconds }), tone: 'good' })
      else notify({ text: t('webhooks.untried', { problem: sent.problem }), tone: 'bad' })
    })
  const remove = () => {
    if (confirm(t('webhooks.delete.sure'))) void run(() => staffApi.deleteWebhook(id))
  }
  const labels = webhook.kinds.map((kind) => kinds.find((one) => one.id === kind)?.label ?? kind)
  return (
    <>
      <div className="item-row">
        <h2 className="card-title webhook-url">{url}</h2>
        <span className={`tag ${TONE[state]}`}>{t(`webhooks.state.${state}`)}</span>
      </div>
      <p className="muted small">
        {labels.length === 0 ? t('webhooks.all') : labels.join(lang === 'zh' ? '、' : ', ')} ·{' '}
        {t('webhooks.by', { name: webhook.by, at: localTime(webhook.createdAt, lang) })}
      </p>
      {state === 'failed' && <p className="notice bad">{t('webhooks.failed', { problem: problem ?? '' })}</p>}
      {state === 'active' && attempts > 0 && (
        <p className="notice">
          {t('webhooks.attempts', {
            count: attempts,
            at: localTime(webhook.nextAt, lang),
            problem: problem ?? '',
          })}
        </p>
      )}
      <div className="actions">
        {state === 'active' ? (
          <button type="button" className="button" onClick={() => void run(() => staffApi.pauseWebhook(id))}>
            {t('webhooks.pause')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void run(() => staffApi.resumeWebhook(id))}>
            {t('webhooks.resume')}
          </button>
        )}
        <button type="button" className="button" onClick={() => void tryIt()}>
          {t('webhooks.try')}
        </button>
        <button type="button" className="button" onClick={remove}>
          {t('webhooks.delete')}
        </button>
      </div>
      <Deliveries id={id} />
    </>
  )
}

function Deliveries({ id }: { readonly id: string }) {
  const { t, lang } = useText()
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: () => staffApi.webhookDeliveries(id),
    enabled: open,
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="webhook-more">{t('webhooks.log')}</summary>
      {found.isError && <PartFailure query={found} />}
      <ul className="rows">
        {keyed(found.data?.items.slice(0, 20) ?? [], ({ at }) => at).map(({ key, item }) => (
          <li key={key}>
            <span>
              {item.status ?? '—'} {item.problem}
            </span>
            <span className="muted small number">
              {t('webhooks.log.line', { count: item.changes, ms: item.milliseconds })} ·{' '}
              {localTime(item.at, lang)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
