import { answer } from './zh/answer.js'
import { calls } from './zh/calls.js'
import { companies } from './zh/companies.js'
import { entry } from './zh/entry.js'
import { facts } from './zh/facts.js'
import { home } from './zh/home.js'
import { library } from './zh/library.js'
import { measure } from './zh/measure.js'
import { notices } from './zh/notices.js'
import { objections } from './zh/objections.js'
import { packages } from './zh/package.js'
import { shell } from './zh/shell.js'
import { workbench } from './zh/workbench.js'

/**
 * Every string of the frame and of the pages that all readers open, in Chinese, one file an area. The other areas come
 * with the pages that need them: see zh-table.ts.
 */
export const zh = {
  ...answer,
  ...calls,
  ...companies,
  ...entry,
  ...facts,
  ...home,
  ...library,
  ...measure,
  ...notices,
  ...objections,
  ...packages,
  ...shell,
  ...workbench,
}
