import { pageView, type View } from './view.js'

export const importViews: readonly View[] = [pageView('imports', '/imports', { role: 'service-team' })]
