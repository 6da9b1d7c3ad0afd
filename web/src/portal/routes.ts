import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.js'
import { loaded } from '../ui/loaded.js'
import { textOf } from '../ui/text-of.js'
import { readDemandSearch, readStep } from './demands/search.js'
import { readYears } from './forms/search-params.js'
import { readIntroductionSearch } from './introductions/search.js'
import { readNoticeSearch } from './notices/search.js'
import {
  type CalendarSearch,
  type LibrarySearch,
  readCalendarSearch,
  readLibrarySearch,
} from './programmes/search-params.js'
import { readFindSearch } from './search/search-params.js'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => loaded(import('./home/page.js')), 'HomePage'),
})

const companies = createRoute({
  getParentRoute: () => root,
  path: '/companies',
  validateSearch: (search): { q?: string | undefined } => ({ q: textOf(search.q) }),
  component: lazyRouteComponent(() => loaded(import('./companies/page.js')), 'CompaniesPage'),
})

const newCompany = createRoute({
  getParentRoute: () => root,
  path: '/companies/new',
  component: lazyRouteComponent(() => loaded(import('./companies/new-page.js')), 'NewCompanyPage'),
})

const GROUPS = ['can', 'later', 'needs', 'not'] as const

export interface PackageSearch {
  /** The entry that is open, and the group that is listed. */
  entry?: string | undefined
  show?: (typeof GROUPS)[number] | undefined
}

const companyPackage = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company',
  validateSearch: (search): PackageSearch => ({
    entry: textOf(search.entry),
    show: GROUPS.find((group) => group === search.show),
  }),
  component: lazyRouteComponent(() => loaded(import('./package/page.js')), 'PackagePage'),
})

const companyFacts = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company/facts',
  component: lazyRouteComponent(() => loaded(import('./registry/facts-page.js')), 'FactsPage'),
})

const portrait = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company/portrait',
  component: lazyRouteComponent(() => loaded(import('./portrait/page.js')), 'PortraitPage'),
})

const forms = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company/forms',
  component: lazyRouteComponent(() => loaded(import('./forms/list-page.js')), 'FormsPage'),
})

const form = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company/forms/$programme',
  validateSearch: (search): { years?: number[] | undefined } => ({ years: readYears(search.years) }),
  component: lazyRouteComponent(() => loaded(import('./forms/form-page.js')), 'FormPage'),
})

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  validateSearch: (search): LibrarySearch => readLibrarySearch(search),
  component: lazyRouteComponent(() => loaded(import('./programmes/list-page.js')), 'ProgrammesPage'),
})

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/programmes/calendar',
  validateSearch: (search): CalendarSearch => readCalendarSearch(search),
  component: lazyRouteComponent(() => loaded(import('./programmes/calendar/page.js')), 'CalendarPage'),
})

export interface VersionsSearch {
  /** Snapshots of the two versions that are compared, and how their texts stand. */
  from?: number | undefined
  to?: number | undefined
  view?: 'split' | undefined
}

const versions = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programme/versions',
  validateSearch: (search): VersionsSearch => ({
    from: wholeOf(search.from),
    to: wholeOf(search.to),
    view: search.view === 'split' ? 'split' : undefined,
  }),
  component: lazyRouteComponent(() => loaded(import('./programmes/versions/page.js')), 'VersionsPage'),
})

function wholeOf(value: unknown): number | undefined {
  const whole = Number(value)
  return Number.isInteger(whole) && whole > 0 ? whole : undefined
}

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programme',
  component: lazyRouteComponent(() => loaded(import('./programmes/detail-page.js')), 'ProgrammePage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => loaded(import('./imports/list-page.js')), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import',
  component: lazyRouteComponent(() => loaded(import('./imports/import-page.js')), 'ImportPage'),
})

const objection = createRoute({
  getParentRoute: () => root,
  path: '/objections/$objection',
  component: lazyRouteComponent(() => loaded(import('./objections/page.js')), 'ObjectionPage'),
})

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => loaded(import('./notices/page.js')), 'NoticesPage'),
})

const unfollow = createRoute({
  getParentRoute: () => root,
  path: '/unfollow/$token',
  component: lazyRouteComponent(() => loaded(import('./notices/unfollow-page.js')), 'UnfollowPage'),
})

const demands = createRoute({
  getParentRoute: () => root,
  path: '/demands',
  validateSearch: readDemandSearch,
  component: lazyRouteComponent(() => loaded(import('./demands/page.js')), 'DemandsPage'),
})

const newDemand = createRoute({
  getParentRoute: () => root,
  path: '/demands/new',
  validateSearch: readStep,
  component: lazyRouteComponent(() => loaded(import('./demands/edit-page.js')), 'NewDemandPage'),
})

const demand = createRoute({
  getParentRoute: () => root,
  path: '/demands/$demand',
  component: lazyRouteComponent(() => loaded(import('./demands/demand-page.js')), 'DemandPage'),
})

const editDemand = createRoute({
  getParentRoute: () => root,
  path: '/demands/$demand/edit',
  validateSearch: readStep,
  component: lazyRouteComponent(() => loaded(import('./demands/edit-page.js')), 'EditDemandPage'),
})

const introductions = createRoute({
  getParentRoute: () => root,
  path: '/introductions',
  validateSearch: readIntroductionSearch,
  component: lazyRouteComponent(() => loaded(import('./introductions/page.js')), 'IntroductionsPage'),
})

const introduction = createRoute({
  getParentRoute: () => root,
  path: '/introductions/$introduction',
  component: lazyRouteComponent(
    () => loaded(import('./introductions/introduction-page.js')),
    'IntroductionPage',
  ),
})

const resource = createRoute({
  getParentRoute: () => root,
  path: '/resources/$resource',
  component: lazyRouteComponent(() => loaded(import('./resources/page.js')), 'ResourcePage'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: readFindSearch,
  component: lazyRouteComponent(() => loaded(import('./search/page.js')), 'SearchPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => loaded(import('./help/page.js')), 'HelpPage'),
})

export const portalRoutes = [
  home,
  companies,
  newCompany,
  companyPackage,
  companyFacts,
  portrait,
  forms,
  form,
  programmes,
  calendar,
  versions,
  programme,
  imports,
  oneImport,
  objection,
  notices,
  unfollow,
  demands,
  newDemand,
  demand,
  editDemand,
  introductions,
  introduction,
  resource,
  search,
  help,
] as const
