import { pageView, type View } from './view.js'

export const workbenchViews: readonly View[] = [pageView('workbench', '/workbench', { role: 'clerk' })]
