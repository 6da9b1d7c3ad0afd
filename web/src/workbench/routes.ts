import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.js'
import { loaded } from '../ui/loaded.js'
import { textOf } from '../ui/text-of.js'
import { readNewRoundSearch, readRoundSearch } from './assignment/search.js'
import type { DeskSearch } from './desk/search.js'
import { readDuplicateSearch } from './duplicates/search-params.js'
import { type LeadSearch, readLeadSearch } from './leads/search.js'
import { type MatrixSearch, readMatrixSearch } from './matrix/search-params.js'
import { readObjectionSearch } from './objections/search.js'
import { readReportSearch } from './reports/search.js'

const workbench = createRoute({
  getParentRoute: () => root,
  path: '/workbench',
  component: lazyRouteComponent(() => loaded(import('./home/page.js')), 'WorkbenchPage'),
})

const objections = createRoute({
  getParentRoute: () => root,
  path: '/workbench/objections',
  validateSearch: readObjectionSearch,
  component: lazyRouteComponent(() => loaded(import('./objections/page.js')), 'ObjectionsPage'),
})

const assignment = createRoute({
  getParentRoute: () => root,
  path: '/workbench/assignment',
  validateSearch: readNewRoundSearch,
  component: lazyRouteComponent(() => loaded(import('./assignment/page.js')), 'AssignmentPage'),
})

const assignmentRound = createRoute({
  getParentRoute: () => root,
  path: '/workbench/assignment/$round',
  validateSearch: readRoundSearch,
  component: lazyRouteComponent(() => loaded(import('./assignment/round-page.js')), 'RoundPage'),
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/workbench/desk',
  validateSearch: (search): DeskSearch => ({
    company: textOf(search.company),
    programme: textOf(search.programme),
  }),
  component: lazyRouteComponent(() => loaded(import('./desk/page.js')), 'DeskPage'),
})

const publishing = createRoute({
  getParentRoute: () => root,
  path: '/workbench/publishing',
  component: lazyRouteComponent(() => loaded(import('./publishing/page.js')), 'PublishingPage'),
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/workbench/publishing/$draft',
  component: lazyRouteComponent(() => loaded(import('./publishing/draft-page.js')), 'DraftPage'),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/workbench/reports',
  component: lazyRouteComponent(() => loaded(import('./reports/page.js')), 'ReportsPage'),
})

const report = createRoute({
  getParentRoute: () => root,
  path: '/workbench/reports/$report',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => loaded(import('./reports/report-page.js')), 'ReportPage'),
})

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/workbench/matrix',
  validateSearch: (search): MatrixSearch => readMatrixSearch(search),
  component: lazyRouteComponent(() => loaded(import('./matrix/page.js')), 'MatrixPage'),
})

const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/workbench/duplicates',
  validateSearch: readDuplicateSearch,
  component: lazyRouteComponent(() => loaded(import('./duplicates/page.js')), 'DuplicatesPage'),
})

const leads = createRoute({
  getParentRoute: () => root,
  path: '/workbench/leads',
  component: lazyRouteComponent(() => loaded(import('./leads/page.js')), 'LeadsPage'),
})

const leadList = createRoute({
  getParentRoute: () => root,
  path: '/workbench/leads/$list',
  validateSearch: (search): LeadSearch => readLeadSearch(search),
  component: lazyRouteComponent(() => loaded(import('./leads/list-page.js')), 'LeadListPage'),
})

const resources = createRoute({
  getParentRoute: () => root,
  path: '/workbench/resources',
  component: lazyRouteComponent(() => loaded(import('./resources/page.js')), 'ResourcesPage'),
})

const resourceImport = createRoute({
  getParentRoute: () => root,
  path: '/workbench/resources/$import',
  component: lazyRouteComponent(() => loaded(import('./resources/import-page.js')), 'ResourceImportPage'),
})

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/workbench/webhooks',
  component: lazyRouteComponent(() => loaded(import('./webhooks/page.js')), 'WebhooksPage'),
})

const digests = createRoute({
  getParentRoute: () => root,
  path: '/workbench/digests',
  component: lazyRouteComponent(() => loaded(import('./digests/page.js')), 'DigestsPage'),
})

const digest = createRoute({
  getParentRoute: () => root,
  path: '/workbench/digests/$digest',
  component: lazyRouteComponent(() => loaded(import('./digests/digest-page.js')), 'DigestPage'),
})

const visitNeed = createRoute({
  getParentRoute: () => root,
  path: '/workbench/visit-need',
  component: lazyRouteComponent(() => loaded(import('./needs/visit-page.js')), 'VisitPage'),
})

const needTable = createRoute({
  getParentRoute: () => root,
  path: '/workbench/need-table',
  component: lazyRouteComponent(() => loaded(import('./needs/table-page.js')), 'NeedTablePage'),
})

export const workbenchRoutes = [
  assignment,
  assignmentRound,
  visitNeed,
  needTable,
  digests,
  digest,
  webhooks,
  resources,
  resourceImport,
  duplicates,
  reports,
  report,
  publishing,
  draft,
  workbench,
  objections,
  desk,
  matrix,
  leads,
  leadList,
] as const
