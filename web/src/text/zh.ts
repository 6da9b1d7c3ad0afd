import { answer } from './zh/answer.js'
import { calls } from './zh/calls.js'
import { entry } from './zh/entry.js'
import { measure } from './zh/measure.js'
import { objections } from './zh/objections.js'
import { packages } from './zh/package.js'
import { shell } from './zh/shell.js'

/**
 * Every string of the frame and of the pages that all readers open, in Chinese, one file an area. The other areas come
 * with the pages that need them: see zh-table.ts.
 */
export const zh = {
  ...answer,
  ...calls,
  ...entry,
  ...measure,
  ...objections,
  ...packages,
  ...shell,
}
