import { pageView, type View } from './view.js'

export const cockpitViews: readonly View[] = [
  pageView('cockpit', '/cockpit', { role: 'clerk' }),
  pageView('cockpit-company', '/cockpit'),
  pageView('runs', '/cockpit/runs', { role: 'clerk' }),
]
