import { pageView, type View } from './view.js'

export const programmeViews: readonly View[] = [
  pageView('programmes', '/programmes'),
  pageView('programmes-none', '/programmes?q=没有这样的政策', { lang: 'en' }),
  pageView('programme', '/programmes/demo.high-tech-award'),
  pageView('programme-points', '/programmes/cn.tech-sme'),
]
