import '../../text/area/publishing.js'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { useAllProgrammes } from '../../ui/use-all-programmes.js'
import { useStartDraft } from './use-start-draft.js'

/** Two ways to begin: from a text in force, or with a text of one's own. */
export function StartDraft() {
  const { t } = useText()
  return (
    <section className="card stack">
      <h2>{t('publishing.start')}</h2>
      <FromForce />
      <details>
        <summary className="button plain">{t('publishing.start.new')}</summary>
        <FromText />
      </details>
    </section>
  )
}

function FromForce() {
  const { t, lang } = useText()
  const id = useId()
  const [programme, setProgramme] = useState('')
  const start = useStartDraft()
  const programmes = useAllProgrammes()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (programme === '') document.getElementById(id)?.focus()
    else start.mutate({ programme })
  }
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={id}>{t('publishing.start.from')}</label>
      <span className="input-row">
        <select
          id={id}
          className="input"
          value={programme}
          onChange={(event) => setProgramme(event.target.value)}
        >
          <option value="">{t('publishing.start.choose')}</option>
          {(regions.data ?? []).map((region) => (
            <optgroup key={region.id} label={region.title}>
              {(programmes.data ?? [])
                .filter(({ pack }) => pack === region.id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <button type="submit" className="button primary" aria-disabled={start.isPending}>
          {t('publishing.start.begin')}
        </button>
      </span>
    </form>
  )
}

function FromText() {
  const { t, lang } = useText()
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [pack, setPack] = useState('')
  const [text, setText] = useState('')
  const [error, setError] = useState(false)
  const start = useStartDraft()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = file.current?.files?.[0]
    const whole = given ? await given.text() : text
    setError(whole.trim() === '')
    if (whole.trim() === '') document.getElementById(`${id}-text`)?.focus()
    else start.mutate({ pack: pack || (regions.data?.[0]?.id ?? ''), text: whole })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`${id}-pack`}>{t('publishing.start.pack')}</label>
        <select
          id={`${id}-pack`}
          className="input"
          value={pack}
          onChange={(event) => setPack(event.target.value)}
        >
          {(regions.data ?? []).map((region) => (
            <option key={region.id} value={region.id}>
              {region.title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t('publishing.start.file')}</label>
        <input ref={file} id={`${id}-file`} className="input" type="file" accept=".yaml,.yml,text/yaml" />
      </div>
      <div className={`field${error ? ' wrong' : ''}`}>
        <label htmlFor={`${id}-text`}>{t('publishing.start.text')}</label>
        <span className="hint" id={`${id}-hint`}>
          {t('publishing.start.text.hint')}
        </span>
        {error && (
          <span className="error" id={`${id}-error`} role="alert">
            {t('publishing.start.empty')}
          </span>
        )}
        <textarea
          id={`${id}-text`}
          className="input"
          rows={6}
          value={text}
          spellCheck={false}
          aria-invalid={error}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={start.isPending}>
          {t('publishing.start.create')}
        </button>
      </div>
    </form>
  )
}
