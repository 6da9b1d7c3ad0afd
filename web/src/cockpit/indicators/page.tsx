import '../../text/area/reports.js'
import type { IndicatorTable } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { periodText } from '../../workbench/reports/period-text.js'
import { BureauOnly } from '../bureau-only.js'
import './indicators.css'

type Row = IndicatorTable['rows'][number]
const SHOWN = 100
const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' }

export function IndicatorsPage() {
  return (
    <BureauOnly title="indicators.title">
      <Indicators />
    </BureauOnly>
  )
}

function Indicators() {
  const { t } = useText()
  const [checked, setChecked] = useState(false)
  const [wanted, setWanted] = useState('')
  const found = useQuery({ queryKey: ['indicators', checked], queryFn: () => staffApi.indicators(checked) })
  const messageOf = useMessageOf()
  const save = async (form: 'xlsx' | 'csv') => {
    try {
      saveFile(
        await staffApi.indicatorFile(form, { checked, q: wanted.trim() }),
        `${t('indicators.title')}.${form}`,
      )
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
  const rows = found.data?.rows.filter(({ indicator }) => indicator.includes(wanted.trim())) ?? []
  return (
    <div className="page stack cockpit">
      <h1>{t('indicators.title')}</h1>
      <p className="muted">{t('indicators.lead')}</p>
      <TextField
        id="indicator-find"
        label={t('indicators.find')}
        value={wanted}
        onChange={setWanted}
        error={undefined}
      />
      <label className="indicator-check">
        <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />{' '}
        {t('indicators.checked')}
      </label>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <Wrong table={found.data} />}
      {found.data?.rows.length === 0 && <p className="muted">{t('indicators.none')}</p>}
      {rows.length > 0 && (
        <>
          <div className="actions">
            {(['xlsx', 'csv'] as const).map((form) => (
              <button key={form} type="button" className="button" onClick={() => void save(form)}>
                {t(`indicators.export.${form}`)}
              </button>
            ))}
          </div>
          <Rows rows={rows.slice(0, SHOWN)} />
        </>
      )}
    </div>
  )
}

const WRONG: Readonly<Record<string, MessageKey>> = {
  'share-without-base': 'indicators.wrong.share-without-base',
  'parts-exceed-total': 'indicators.wrong.parts-exceed-total',
  'growth-differs': 'indicators.wrong.growth-differs',
  'values-differ': 'indicators.wrong.values-differ',
}

function Wrong({ table }: { readonly table: IndicatorTable }) {
  const { t } = useText()
  if (table.contradictions.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="wrong-title">
      <h2 id="wrong-title">{t('indicators.wrong')}</h2>
      <ul className="items">
        {table.contradictions.slice(0, SHOWN).map(({ kind, expected, found, facts }) => {
          const [first] = facts
          const key = WRONG[kind]
          return (
            <li key={`${kind}-${first?.report}-${first?.n}`}>
              {first && (
                <Link
                  to="/workbench/reports/$report"
                  params={{ report: first.report }}
                  search={{ fact: first.n }}
                  className="item"
                >
                  <span className="item-body">
                    <span className="item-title">{first.subject}</span>
                    <span>{key && t(key, { expected: expected ?? '', found: found ?? '' })}</span>
                  </span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useText()
  return (
    <ul className="stack indicator-rows">
      {rows.map((row) => (
        <li key={`${row.indicator}-${row.kind}-${row.unit}`} className="card stack">
          <h2>
            {row.indicator}{' '}
            {row.kind !== 'value' && <span className="tag">{t(`indicators.${row.kind}`)}</span>}
          </h2>
          <ul className="indicator-cells">
            {row.cells.map(({ region, period, value, fact, comparison, source }) => {
              const [report = '', n = '0'] = fact.split('/')
              return (
                <li key={fact}>
                  <Link
                    to="/workbench/reports/$report"
                    params={{ report }}
                    search={{ fact: Number(n) }}
                    className="indicator-cell"
                    title={source}
                  >
                    <span>{`${region.province ?? ''}${region.city ?? ''}` || '–'}</span>
                    <span className="muted">{periodText(period, t)}</span>
                    <b className="number">
                      {SIGNS[comparison?.op ?? ''] ?? comparison?.op} {grouped(value)} {row.unit}
                    </b>
                  </Link>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** `1200000000` as `1,200,000,000`: digits are kept exactly. */
function grouped(value: string): string {
  const [whole = '', part] = value.split('.')
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? digits : `${digits}.${part}`
}
