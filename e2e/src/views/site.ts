import { pageView, type View } from './view.js'

export const siteViews: readonly View[] = [
  pageView('home', '/'),
  pageView('help', '/help'),
  pageView('not-found', '/nowhere'),
]
