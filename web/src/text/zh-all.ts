import { assignment } from './zh/assignment.js'
import { budget } from './zh/budget.js'
import { calendar } from './zh/calendar.js'
import { chain } from './zh/chain.js'
import { cockpit } from './zh/cockpit.js'
import { companies } from './zh/companies.js'
import { demands } from './zh/demands.js'
import { desk } from './zh/desk.js'
import { digests } from './zh/digests.js'
import { duplicates } from './zh/duplicates.js'
import { editor } from './zh/editor.js'
import { facts } from './zh/facts.js'
import { follow } from './zh/follow.js'
import { forms } from './zh/forms.js'
import { help } from './zh/help.js'
import { home } from './zh/home.js'
import { imports } from './zh/imports.js'
import { indicators } from './zh/indicators.js'
import { leads } from './zh/leads.js'
import { library } from './zh/library.js'
import { matchingAudit } from './zh/matching-audit.js'
import { matrix } from './zh/matrix.js'
import { needChannels } from './zh/need-channels.js'
import { notices } from './zh/notices.js'
import { objectionCase } from './zh/objection-case.js'
import { portrait } from './zh/portrait.js'
import { publishing } from './zh/publishing.js'
import { records } from './zh/records.js'
import { reports } from './zh/reports.js'
import { resources } from './zh/resources.js'
import { runs } from './zh/runs.js'
import { sandbox } from './zh/sandbox.js'
import { search } from './zh/search.js'
import { versions } from './zh/versions.js'
import { workbench } from './zh/workbench.js'
import { zh } from './zh.js'

/** All that the interface says in Chinese; en/ has the same files with the same keys. No page loads all of it. */
export const zhAll = {
  ...zh,
  ...follow,
  ...objectionCase,
  ...needChannels,
  ...notices,
  ...assignment,
  ...budget,
  ...facts,
  ...workbench,
  ...companies,
  ...home,
  ...library,
  ...calendar,
  ...chain,
  ...cockpit,
  ...demands,
  ...desk,
  ...digests,
  ...editor,
  ...forms,
  ...help,
  ...imports,
  ...indicators,
  ...leads,
  ...matchingAudit,
  ...matrix,
  ...portrait,
  ...publishing,
  ...records,
  ...reports,
  ...resources,
  ...runs,
  ...search,
  ...duplicates,
  ...sandbox,
  ...versions,
}
