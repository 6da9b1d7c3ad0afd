import '../../text/area/resources.js'
import type { ResourceImport } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const TONE: Readonly<Record<ResourceImport['status'], string>> = {
  preview: '',
  running: 'unknown',
  committed: 'yes',
  undone: 'moot',
  failed: 'no',
}

export function StatusTag({ status }: Pick<ResourceImport, 'status'>) {
  const { t } = useText()
  return <span className={`tag ${TONE[status]}`}>{t(`resources.status.${status}`)}</span>
}
