import { useText } from '../../text/use-text.js'
import { moneyText } from '../../ui/money.js'

/** A sum as one text. */
export function useMoney(): (fen: string) => string {
  const { lang } = useText()
  return (fen) => {
    const { before, number, unit } = moneyText(fen, fen, lang)
    return `${before}${number}${unit === '' ? '' : ` ${unit}`}`
  }
}
