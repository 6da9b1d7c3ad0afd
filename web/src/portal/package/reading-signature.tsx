import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

/** Who stands by the reading that is applied; where nobody does, that is said. */
export function ReadingSignature({
  signed,
}: {
  readonly signed: { readonly by: string; readonly on: string } | null
}) {
  const { t } = useText()
  return (
    <p className="marked small">
      <VerdictMark kind={signed ? 'yes' : 'unknown'} />
      <span>{signed ? t('readings.signed', { by: signed.by, on: signed.on }) : t('readings.unsigned')}</span>
    </p>
  )
}
