import { pageView, type View } from './view.js'

export const programmeViews: readonly View[] = [
  pageView('programmes', '/programmes'),
  pageView(
    'programmes-search',
    `/programmes?q=${encodeURIComponent('研发费用')}&benefit=cash&level=${encodeURIComponent('市')}`,
  ),
  pageView('programmes-english', '/programmes?q=loan', { lang: 'en' }),
  pageView('programmes-large', '/programmes', { large: true }),
  pageView('calendar', '/programmes/calendar?month=2026-12'),
  pageView('calendar-large', '/programmes/calendar?month=2026-12', { large: true }),
  pageView('versions', '/programmes/demo.rd-subsidy/versions'),
  pageView('programmes-none', '/programmes?q=没有这样的政策', { lang: 'en' }),
  pageView('programme', '/programmes/demo.high-tech-award'),
  pageView('programme-points', '/programmes/cn.tech-sme'),
]
