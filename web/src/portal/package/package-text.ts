import type { AmountFen, Entry, Package } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { amountOf, isOpenEnded } from './amount-line.js'
import { deadlineOf } from './deadline.js'
import { GROUPS, useHeadline } from './hero.js'
import { useEntryLine } from './use-entry-line.js'

/** The package as plain text, to send on or to keep. */
export function usePackageText(): (pkg: Package) => string {
  const { t, lang } = useText()
  const headline = useHeadline()
  const line = useEntryLine()
  const amountText = ({ min, max }: AmountFen): string =>
    min === max ? moneyPhrase(min, max, lang) : `${t('entry.amount.max')} ${moneyPhrase(max, max, lang)}`
  const entryText = (entry: Entry, on: string): string => {
    const amount = amountOf(entry)
    const deadline = deadlineOf(entry.call, on)
    const parts = [
      `- ${entry.title}（${entry.packTitle}，${t(`mode.${entry.mode}`)}）`,
      isOpenEnded(entry)
        ? t('entry.amount.by-figures')
        : amount && amount.max !== '0'
          ? amountText(amount)
          : t(`benefit.${entry.benefit}`),
      [t(deadline.key, deadline.values), deadline.date].filter(Boolean).join(' '),
      line(entry),
    ]
    return parts.join(' | ')
  }
  return (pkg) => {
    const groups = GROUPS.filter((group) => pkg[group].length > 0).map((group) =>
      [
        `${t(`package.${group}`)}（${pkg[group].length}）`,
        ...pkg[group].map((entry) => entryText(entry, pkg.on)),
      ].join('\n'),
    )
    return [`${pkg.subject.name}　${pkg.on}`, headline(pkg), ...groups, t('foot.disclaimer')].join('\n\n')
  }
}
