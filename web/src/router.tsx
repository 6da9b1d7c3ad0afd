import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type Filters, readFilters } from './portal/programmes/search-params.js'
import { Shell } from './shell/shell.js'
import { Failure, Loading, NotFound } from './ui/failure.js'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <Failure message={error instanceof Error ? error.message : String(error)} retry={reset} />
  ),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./portal/home/page.js'), 'HomePage'),
})

const companies = createRoute({
  getParentRoute: () => root,
  path: '/companies',
  validateSearch: (search): { q?: string | undefined } => ({ q: textOf(search.q) }),
  component: lazyRouteComponent(() => import('./portal/companies/page.js'), 'CompaniesPage'),
})

const newCompany = createRoute({
  getParentRoute: () => root,
  path: '/companies/new',
  component: lazyRouteComponent(() => import('./portal/companies/new-page.js'), 'NewCompanyPage'),
})

const GROUPS = ['can', 'needs', 'not'] as const

interface PackageSearch {
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
  component: lazyRouteComponent(() => import('./portal/package/page.js'), 'PackagePage'),
})

const companyFacts = createRoute({
  getParentRoute: () => root,
  path: '/companies/$company/facts',
  component: lazyRouteComponent(() => import('./portal/registry/facts-page.js'), 'FactsPage'),
})

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  validateSearch: (search): Filters => readFilters(search),
  component: lazyRouteComponent(() => import('./portal/programmes/list-page.js'), 'ProgrammesPage'),
})

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programme',
  component: lazyRouteComponent(() => import('./portal/programmes/detail-page.js'), 'ProgrammePage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./portal/imports/list-page.js'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import',
  component: lazyRouteComponent(() => import('./portal/imports/import-page.js'), 'ImportPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./portal/help/page.js'), 'HelpPage'),
})

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    companies,
    newCompany,
    companyPackage,
    companyFacts,
    programmes,
    programme,
    imports,
    oneImport,
    help,
  ]),
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
