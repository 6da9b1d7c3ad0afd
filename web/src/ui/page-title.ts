import { useEffect } from 'react'
import { useText } from '../text/use-text.js'

export function usePageTitle(page: string): void {
  const { t } = useText()
  useEffect(() => {
    document.title = t('app.title', { page })
  }, [t, page])
}
