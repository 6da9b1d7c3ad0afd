import { pageView, type View } from './view.js'

export const programmeViews: readonly View[] = [
  pageView('programmes', '/programmes'),
  pageView('programme', '/programmes/demo.high-tech-award'),
  pageView('programme-points', '/programmes/cn.tech-sme'),
]
