import { openPackage } from './package.js'
import { goTo, type View } from './view.js'

export const registryViews: readonly View[] = [
  {
    name: 'facts',
    open: async (page) => {
      await openPackage(page)
      await goTo(page, `${new URL(page.url()).pathname}/facts`)
    },
  },
]
