import { confirmSheet, uploadSheet } from '../sheet.js'
import { pageView, type View } from './view.js'

const reader = { role: 'service-team' } as const

export const importViews: readonly View[] = [
  pageView('imports', '/imports', reader),
  pageView('imports-manager', '/imports'),
  { name: 'import-preview', reader, open: uploadSheet },
  {
    name: 'import-done',
    reader: { ...reader, large: true },
    open: async (page) => {
      await uploadSheet(page)
      await confirmSheet(page)
    },
  },
]
