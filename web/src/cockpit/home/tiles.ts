import '../../text/area/budget.js'
import '../../text/area/chain.js'
import '../../text/area/cockpit.js'
import '../../text/area/matching-audit.js'
import '../../text/area/reports.js'
import '../../text/area/runs.js'
import '../../text/area/sandbox.js'
import { linkOptions } from '@tanstack/react-router'
import type { Tile } from '../../ui/tile.js'

const BUREAU = ['clerk'] as const

/** The views of the cockpit, in the order of use. */
export const TILES: readonly Tile[] = [
  {
    key: 'sandbox',
    icon: 'gauge',
    title: 'sandbox.title',
    text: 'sandbox.tile',
    link: linkOptions({ to: '/cockpit/sandbox' }),
    roles: BUREAU,
  },
  {
    key: 'indicators',
    icon: 'table',
    title: 'indicators.title',
    text: 'indicators.tile',
    link: linkOptions({ to: '/cockpit/indicators' }),
    roles: BUREAU,
  },
  {
    key: 'runs',
    icon: 'clock',
    title: 'runs.title',
    text: 'runs.tile',
    link: linkOptions({ to: '/cockpit/runs' }),
    roles: BUREAU,
  },
  {
    key: 'matrix',
    icon: 'table',
    title: 'matrix.title',
    text: 'cockpit.matrix',
    link: linkOptions({ to: '/workbench/matrix' }),
    roles: BUREAU,
  },
  {
    key: 'publishing',
    icon: 'document',
    title: 'publishing.title',
    text: 'cockpit.publishing',
    link: linkOptions({ to: '/workbench/publishing' }),
    roles: BUREAU,
  },
  {
    key: 'budget',
    icon: 'gauge',
    title: 'budget.title',
    text: 'budget.tile',
    link: linkOptions({ to: '/cockpit/budget' }),
    roles: BUREAU,
  },
  {
    key: 'matching',
    icon: 'gauge',
    title: 'audit.title',
    text: 'audit.tile',
    link: linkOptions({ to: '/cockpit/matching' }),
    roles: BUREAU,
  },
  {
    key: 'chain',
    icon: 'link',
    title: 'chain.title',
    text: 'chain.lead',
    link: linkOptions({ to: '/cockpit/chain' }),
    roles: BUREAU,
  },
]
