import { answer } from './zh/answer.js'
import { calendar } from './zh/calendar.js'
import { calls } from './zh/calls.js'
import { companies } from './zh/companies.js'
import { desk } from './zh/desk.js'
import { entry } from './zh/entry.js'
import { facts } from './zh/facts.js'
import { forms } from './zh/forms.js'
import { help } from './zh/help.js'
import { home } from './zh/home.js'
import { imports } from './zh/imports.js'
import { library } from './zh/library.js'
import { matrix } from './zh/matrix.js'
import { measure } from './zh/measure.js'
import { notices } from './zh/notices.js'
import { objections } from './zh/objections.js'
import { packages } from './zh/package.js'
import { publishing } from './zh/publishing.js'
import { shell } from './zh/shell.js'
import { versions } from './zh/versions.js'
import { workbench } from './zh/workbench.js'

/** Every string of the interface in Chinese, one file an area; en/ has the same files with the same keys. */
export const zh = {
  ...versions,
  ...calendar,
  ...answer,
  ...calls,
  ...companies,
  ...desk,
  ...entry,
  ...facts,
  ...forms,
  ...help,
  ...home,
  ...imports,
  ...library,
  ...matrix,
  ...measure,
  ...notices,
  ...objections,
  ...packages,
  ...publishing,
  ...shell,
  ...workbench,
}
