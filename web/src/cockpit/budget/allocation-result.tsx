import '../../text/area/budget.js'
import type { Allocation, AllocationAsk } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { notify } from '../../ui/notify.js'
import { Pager } from '../../ui/pager.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const TONE = { paid: 'yes', part: 'unknown', out: 'no' } as const
const PAGE = 50

interface ResultProps {
  readonly asked: AllocationAsk
  readonly found: Allocation
}

export function AllocationResult({ asked, found }: ResultProps) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const money = (fen: string) => moneyPhrase(fen, fen, lang)
  const tied = found.shares.filter((share) => share.tied).map(({ name }) => name)
  const save = async () => {
    try {
      saveFile(await staffApi.exportAllocation(asked), `${t('budget.short')}-${found.title}.xlsx`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  if (found.shares.length === 0) return <p className="notice">{t('budget.nobody')}</p>
  return (
    <>
      <dl className="figures wide">
        {(['asked', 'paid', 'left'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`budget.${key}`)}</dt>
            <dd className="number">{money(found[`${key}Fen`])}</dd>
          </div>
        ))}
      </dl>
      <p role="status">{t('budget.paid.count', { paid: found.paid, part: found.part, out: found.out })}</p>
      {tied.length > 0 && <p className="notice warn">{t('budget.tied', { names: shortened(tied, lang) })}</p>}
      {found.roundedUp > 0 && (
        <p className="muted small">{t('budget.rounded', { count: found.roundedUp })}</p>
      )}
      {found.years.length > 0 && <Years found={found} />}
      <div className="actions">
        <button type="button" className="button" onClick={() => void save()}>
          {t('budget.export')}
        </button>
      </div>
      <Shares shares={found.shares} />
    </>
  )
}

function Years({ found }: { readonly found: Allocation }) {
  const { t, lang } = useText()
  const money = (fen: string) => moneyPhrase(fen, fen, lang)
  const columns = ['due', 'carried', 'paid', 'left'] as const
  return (
    <table className="table budget-table">
      <thead>
        <tr>
          <th scope="col">{t('budget.by')}</th>
          {columns.map((key) => (
            <th key={key} scope="col" className="number">
              {t(`budget.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.years.map((one) => (
          <tr key={one.year}>
            <th scope="row">{t('budget.year', { year: one.year })}</th>
            {columns.map((key) => (
              <td key={key} className="number" data-label={t(`budget.${key}`)}>
                {money(one[`${key}Fen`])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Shares({ shares }: { readonly shares: Allocation['shares'] }) {
  const { t, lang } = useText()
  const [isShort, setShort] = useState(false)
  const [page, setPage] = useState(1)
  const money = (fen: string) => moneyPhrase(fen, fen, lang)
  const all = isShort ? shares.filter(({ state }) => state !== 'paid') : shares
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const at = Math.min(page, pages)
  return (
    <>
      <label className="budget-choice">
        <input type="checkbox" checked={isShort} onChange={(event) => setShort(event.target.checked)} />
        <span>{t('budget.out.only')}</span>
      </label>
      <ol className="rows plain budget-programmes">
        {all.slice((at - 1) * PAGE, at * PAGE).map((share) => (
          <li key={share.subject}>
            <span>
              <span className="muted number">{share.place}.</span>{' '}
              <Link to="/companies/$company" params={{ company: share.subject }}>
                {share.name}
              </Link>{' '}
              <span className={`tag ${TONE[share.state]}`}>{t(`budget.state.${share.state}`)}</span>
              <span className="muted small budget-notes">
                {[
                  share.creditCode,
                  share.where,
                  share.score === null ? null : `${t('budget.score')} ${share.score}`,
                  share.since === null ? null : `${t('budget.since')} ${share.since}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="number">
              {money(share.paidFen)}
              {share.paidFen !== share.askedFen && <span className="muted"> / {money(share.askedFen)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <Pager page={at} pages={pages} onPage={setPage} />
    </>
  )
}

const NAMED = 6

/** A few of the names, and how many there are. */
function shortened(names: readonly string[], lang: 'zh' | 'en'): string {
  const few = names.slice(0, NAMED).join(lang === 'zh' ? '、' : ', ')
  if (names.length <= NAMED) return few
  return lang === 'zh' ? `${few}等 ${names.length} 家` : `${few} and others, ${names.length} in all`
}
