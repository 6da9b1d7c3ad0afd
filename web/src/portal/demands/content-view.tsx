import '../../text/area/demands.js'
import type { DemandContent } from '@kehui/server/client'
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="written">{children}</dd>
    </div>
  )
}

/** The words of a need; what is empty is left out. */
export function ContentView({ content }: { readonly content: DemandContent }) {
  const { t, lang } = useText()
  const { targets, cooperation, budgetFen, maturity } = content
  return (
    <dl className="figures wide">
      {(['problem', 'scene', 'tried'] as const).map(
        (part) =>
          content[part] !== '' && (
            <Part key={part} label={t(`demand.part.${part}`)}>
              {content[part]}
            </Part>
          ),
      )}
      {targets.length > 0 && (
        <Part label={t('demand.part.targets')}>
          <ul>
            {keyed(targets, ({ name }) => name).map(({ key, item }) => (
              <li key={key}>
                {item.name} <b>{item.wanted}</b>
                {item.now !== '' && (
                  <span className="muted">
                    {' '}
                    {t('demand.part.target.now')} {item.now}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {content.field !== null && <Part label={t('demand.part.field')}>{content.field}</Part>}
      {cooperation.length > 0 && (
        <Part label={t('demand.part.cooperation')}>
          {cooperation.map((one) => t(`demand.cooperation.${one}`)).join(lang === 'zh' ? '、' : ', ')}
        </Part>
      )}
      {budgetFen !== null && (
        <Part label={t('demand.part.budgetFen')}>{moneyPhrase(budgetFen, budgetFen, lang)}</Part>
      )}
      {content.neededBy !== null && <Part label={t('demand.part.neededBy')}>{content.neededBy}</Part>}
      {maturity !== null && (
        <Part label={t('demand.part.maturity')}>{t('demand.part.maturity.level', { level: maturity })}</Part>
      )}
      <Part label={t('demand.part.reach')}>{t(`demand.reach.${content.reach}`)}</Part>
      {content.contact !== '' && <Part label={t('demand.part.contact')}>{content.contact}</Part>}
      {content.secrets.length > 0 && (
        <Part label={t('demand.part.secrets')}>{content.secrets.join(lang === 'zh' ? '、' : ', ')}</Part>
      )}
    </dl>
  )
}
