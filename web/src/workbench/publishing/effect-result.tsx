import '../../text/area/publishing.js'
import type { Effect, EffectRow } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { BENEFITS } from '../../portal/programmes/benefits.js'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'
import { Pager } from '../../ui/pager.js'

interface EffectResultProps {
  readonly effect: Effect
  readonly page: number
  readonly onPage: (page: number) => void
}

export function EffectResult({ effect, page, onPage }: EffectResultProps) {
  return (
    <>
      <div className="effect-tables">
        <Counts effect={effect} />
        <Certain effect={effect} />
      </div>
      {effect.changed > 0 && <Rows effect={effect} />}
      <Pager page={page} pages={Math.ceil(effect.changed / effect.pageSize)} onPage={onPage} />
    </>
  )
}

function useVerdictName(): (verdict: string | null) => string {
  const { t } = useText()
  return (verdict) =>
    verdict === 'yes' || verdict === 'no' || verdict === 'unknown'
      ? t(`effect.verdict.${verdict}`)
      : t('effect.nothing')
}

function Counts({ effect }: { readonly effect: Effect }) {
  const { t } = useText()
  const name = useVerdictName()
  const changedFirst = [...effect.counts].sort(
    (a, b) => Number(a.before === a.after) - Number(b.before === b.after) || b.count - a.count,
  )
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('effect.transition')}</th>
          <th scope="col" className="number">
            {t('effect.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changedFirst.map(({ before, after, count }) => (
          <tr key={`${before}${after}`} className={before === after ? 'muted' : undefined}>
            <td>
              {name(before)} → {name(after)}
            </td>
            <td className="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Kinds of benefit stand apart: they are never added together. */
function Certain({ effect }: { readonly effect: Effect }) {
  const { t, lang } = useText()
  const { before, after } = effect.certain
  const kinds = BENEFITS.filter((benefit) => before[benefit] ?? after[benefit])
  if (kinds.length === 0) return <p className="muted">{t('effect.certain.none')}</p>
  const money = (fen: bigint) => moneyPhrase(fen.toString(), fen.toString(), lang)
  return (
    <table className="table">
      <caption>{t('effect.certain')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('effect.benefit')}</th>
          <th scope="col" className="number">
            {t('effect.before')}
          </th>
          <th scope="col" className="number">
            {t('effect.after')}
          </th>
          <th scope="col" className="number">
            {t('effect.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((benefit) => {
          const [old, now] = [BigInt(before[benefit] ?? 0), BigInt(after[benefit] ?? 0)]
          return (
            <tr key={benefit}>
              <th scope="row">{t(`benefit.${benefit}`)}</th>
              <td className="number">{money(old)}</td>
              <td className="number">{money(now)}</td>
              <td className="number">
                {now > old ? '+' : ''}
                {money(now - old)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Rows({ effect }: { readonly effect: Effect }) {
  const { t } = useText()
  return (
    <div className="table-scroll">
      <table className="table effect-rows">
        <caption>{t('effect.rows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('effect.name')}</th>
            <th scope="col">{t('effect.before')}</th>
            <th scope="col">{t('effect.after')}</th>
            <th scope="col">{t('effect.why')}</th>
          </tr>
        </thead>
        <tbody>
          {effect.rows.map((row) => (
            <Row key={row.subject} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { readonly row: EffectRow }) {
  const { t } = useText()
  const standing = useStanding()
  return (
    <tr>
      <th scope="row">
        <Link to="/companies/$company" params={{ company: row.subject }}>
          {row.name}
        </Link>
        {row.place && <span className="muted small"> {row.place}</span>}
      </th>
      <td data-label={t('effect.before')}>{standing(row.before)}</td>
      <td data-label={t('effect.after')}>{standing(row.after)}</td>
      <td>
        <ul className="plain-list">
          {keyed(row.because, (one) => JSON.stringify(one)).map(({ key, item }) => (
            <li key={key}>
              {item.what}
              {item.clause && <span className="muted small"> {item.clause}</span>}
              {t('common.colon')}
              {item.before ?? t('effect.reason-none')} → {item.after ?? t('effect.reason-none')}
              {item.actual && <span className="muted"> （{t('effect.own', { actual: item.actual })}）</span>}
            </li>
          ))}
          {row.others.map((other) => (
            <li key={other.programme} className="muted">
              {t('effect.others')}
              {other.title}
              {t('common.colon')}
              {standing(other.before)} → {standing(other.after)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function useStanding(): (side: EffectRow['before']) => string {
  const { lang } = useText()
  const name = useVerdictName()
  return (side) =>
    [
      name(side?.verdict ?? null),
      side?.amountFen && side.amountFen.max !== '0'
        ? moneyPhrase(side.amountFen.min, side.amountFen.max, lang)
        : '',
    ]
      .filter(Boolean)
      .join(' ')
}
