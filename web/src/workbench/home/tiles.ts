import '../../text/area/notices.js'
import '../../text/area/leads.js'
import '../../text/area/reports.js'
import '../../text/area/resources.js'
import '../../text/area/need-channels.js'

import '../../text/area/workbench.js'

import { linkOptions } from '@tanstack/react-router'
import type { Tile } from '../../ui/tile.js'

const STAFF = ['clerk', 'service-team'] as const

/** The pages that staff open every morning, in the order of use. */
export const TILES: readonly Tile[] = [
  {
    key: 'desk',
    icon: 'phone',
    title: 'desk.title',
    text: 'desk.tile',
    link: linkOptions({ to: '/workbench/desk' }),
    roles: STAFF,
  },
  {
    key: 'matrix',
    icon: 'table',
    title: 'matrix.title',
    text: 'matrix.tile',
    link: linkOptions({ to: '/workbench/matrix' }),
    roles: STAFF,
  },
  {
    key: 'leads',
    icon: 'gift',
    title: 'leads.title',
    text: 'leads.tile',
    link: linkOptions({ to: '/workbench/leads' }),
    roles: STAFF,
  },
  {
    key: 'objections',
    icon: 'help',
    title: 'objections.title',
    text: 'objections.tile',
    link: linkOptions({ to: '/workbench/objections' }),
    roles: STAFF,
  },
  {
    key: 'resources',
    icon: 'table',
    title: 'resources.title',
    text: 'resources.tile',
    link: linkOptions({ to: '/workbench/resources' }),
    roles: STAFF,
  },
  {
    key: 'duplicates',
    icon: 'copy',
    title: 'duplicates.title',
    text: 'duplicates.tile',
    link: linkOptions({ to: '/workbench/duplicates' }),
    roles: STAFF,
  },
  {
    key: 'demands',
    icon: 'link',
    title: 'nav.demands',
    text: 'workbench.demands',
    link: linkOptions({ to: '/demands' }),
    roles: STAFF,
  },
  {
    key: 'assignment',
    icon: 'link',
    title: 'assignment.title',
    text: 'assignment.tile',
    link: linkOptions({ to: '/workbench/assignment' }),
    roles: STAFF,
  },
  {
    key: 'visit-need',
    icon: 'plus',
    title: 'visit.title',
    text: 'visit.tile',
    link: linkOptions({ to: '/workbench/visit-need' }),
    roles: STAFF,
  },
  {
    key: 'need-table',
    icon: 'upload',
    title: 'need-table.title',
    text: 'need-table.tile',
    link: linkOptions({ to: '/workbench/need-table' }),
    roles: STAFF,
  },
  {
    key: 'notices',
    icon: 'bell',
    title: 'notices.title',
    text: 'notices.tile',
    link: linkOptions({ to: '/notices' }),
    roles: STAFF,
  },
  {
    key: 'publishing',
    icon: 'document',
    title: 'publishing.title',
    text: 'publishing.tile',
    link: linkOptions({ to: '/workbench/publishing' }),
    roles: ['clerk'],
  },
  {
    key: 'companies',
    icon: 'gift',
    title: 'nav.package',
    text: 'workbench.companies',
    link: linkOptions({ to: '/companies' }),
    roles: STAFF,
  },
  {
    key: 'library',
    icon: 'library',
    title: 'nav.library',
    text: 'workbench.library',
    link: linkOptions({ to: '/programmes' }),
    roles: STAFF,
  },
  {
    key: 'reports',
    icon: 'document',
    title: 'reports.title',
    text: 'reports.tile',
    link: linkOptions({ to: '/workbench/reports' }),
    roles: STAFF,
  },
  {
    key: 'imports',
    icon: 'upload',
    title: 'nav.import',
    text: 'workbench.imports',
    link: linkOptions({ to: '/imports' }),
    roles: STAFF,
  },
]
