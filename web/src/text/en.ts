import { answer } from './en/answer.js'
import { assignment } from './en/assignment.js'
import { budget } from './en/budget.js'
import { calendar } from './en/calendar.js'
import { calls } from './en/calls.js'
import { chain } from './en/chain.js'
import { cockpit } from './en/cockpit.js'
import { companies } from './en/companies.js'
import { demands } from './en/demands.js'
import { desk } from './en/desk.js'
import { digests } from './en/digests.js'
import { duplicates } from './en/duplicates.js'
import { editor } from './en/editor.js'
import { entry } from './en/entry.js'
import { facts } from './en/facts.js'
import { follow } from './en/follow.js'
import { forms } from './en/forms.js'
import { help } from './en/help.js'
import { home } from './en/home.js'
import { imports } from './en/imports.js'
import { indicators } from './en/indicators.js'
import { leads } from './en/leads.js'
import { library } from './en/library.js'
import { matchingAudit } from './en/matching-audit.js'
import { matrix } from './en/matrix.js'
import { measure } from './en/measure.js'
import { needChannels } from './en/need-channels.js'
import { notices } from './en/notices.js'
import { objectionCase } from './en/objection-case.js'
import { objections } from './en/objections.js'
import { packages } from './en/package.js'
import { portrait } from './en/portrait.js'
import { publishing } from './en/publishing.js'
import { records } from './en/records.js'
import { reports } from './en/reports.js'
import { resources } from './en/resources.js'
import { runs } from './en/runs.js'
import { sandbox } from './en/sandbox.js'
import { search } from './en/search.js'
import { shell } from './en/shell.js'
import { versions } from './en/versions.js'
import { workbench } from './en/workbench.js'
import type { Messages } from './messages.js'

/** Every string of the interface in English: the same files, the same keys. */
export const en: Messages = {
  ...versions,
  ...assignment,
  ...budget,
  ...calendar,
  ...answer,
  ...calls,
  ...companies,
  ...chain,
  ...cockpit,
  ...demands,
  ...desk,
  ...digests,
  ...duplicates,
  ...search,
  ...entry,
  ...follow,
  ...facts,
  ...editor,
  ...forms,
  ...help,
  ...home,
  ...imports,
  ...indicators,
  ...leads,
  ...library,
  ...matchingAudit,
  ...matrix,
  ...measure,
  ...needChannels,
  ...notices,
  ...objections,
  ...objectionCase,
  ...packages,
  ...portrait,
  ...publishing,
  ...records,
  ...reports,
  ...resources,
  ...runs,
  ...sandbox,
  ...shell,
  ...workbench,
}
