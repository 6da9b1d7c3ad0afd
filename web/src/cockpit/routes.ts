import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.js'
import { loaded } from '../ui/loaded.js'
import { textOf } from '../ui/text-of.js'
import { type BudgetSearch, readBudgetSearch } from './budget/search.js'
import { type ChainSearch, readChainSearch } from './chain/search.js'
import { type IndicatorSearch, readIndicatorSearch } from './indicators/search.js'
import { type AuditSearch, readAuditSearch } from './matching-audit/search.js'
import { type RunSearch, readRunSearch } from './runs/search.js'
import { readSandboxSearch } from './sandbox/search.js'

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/cockpit',
  component: lazyRouteComponent(() => loaded(import('./home/page.js')), 'CockpitPage'),
})

const chains = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/chain',
  component: lazyRouteComponent(() => loaded(import('./chain/overview-page.js')), 'ChainOverviewPage'),
})

const chain = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/chain/$id',
  validateSearch: (search): ChainSearch => readChainSearch(search),
  component: lazyRouteComponent(() => loaded(import('./chain/chain-page.js')), 'ChainPage'),
})

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/indicators',
  validateSearch: (search): IndicatorSearch => readIndicatorSearch(search),
  component: lazyRouteComponent(() => loaded(import('./indicators/page.js')), 'IndicatorsPage'),
})

const indicatorNames = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/indicators/names',
  validateSearch: (search): { readonly q?: string | undefined } => ({ q: textOf(search.q) }),
  component: lazyRouteComponent(() => loaded(import('./indicators/names/page.js')), 'IndicatorNamesPage'),
})

const runs = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/runs',
  validateSearch: (search): RunSearch => readRunSearch(search),
  component: lazyRouteComponent(() => loaded(import('./runs/page.js')), 'RunsPage'),
})

const budget = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/budget',
  validateSearch: (search): BudgetSearch => readBudgetSearch(search),
  component: lazyRouteComponent(() => loaded(import('./budget/page.js')), 'BudgetPage'),
})

const matching = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/matching',
  validateSearch: (search): AuditSearch => readAuditSearch(search),
  component: lazyRouteComponent(() => loaded(import('./matching-audit/page.js')), 'MatchingAuditPage'),
})

const sandboxes = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/sandbox',
  component: lazyRouteComponent(() => loaded(import('./sandbox/page.js')), 'SandboxesPage'),
})

const sandbox = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/sandbox/$programme',
  validateSearch: readSandboxSearch,
  component: lazyRouteComponent(() => loaded(import('./sandbox/sandbox-page.js')), 'SandboxPage'),
})

const sandboxDraft = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/sandbox/drafts/$report/$start',
  component: lazyRouteComponent(() => loaded(import('./sandbox/draft-page.js')), 'SandboxDraftPage'),
})

export const cockpitRoutes = [
  indicators,
  indicatorNames,
  budget,
  matching,
  sandboxes,
  sandbox,
  sandboxDraft,
  chains,
  chain,
  cockpit,
  runs,
] as const
