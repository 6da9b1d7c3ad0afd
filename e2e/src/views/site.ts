import { pageView, type View } from './view.js'

export const siteViews: readonly View[] = [
  pageView('home', '/'),
  pageView('home-english', '/', { lang: 'en' }),
  pageView('home-large', '/', { large: true }),
  pageView('help', '/help'),
  pageView('not-found', '/nowhere'),
]
