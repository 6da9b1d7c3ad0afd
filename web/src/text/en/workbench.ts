import type { workbench as zh } from '../zh/workbench.js'

export const workbench: Readonly<Record<keyof typeof zh, string>> = {
  'workbench.for-staff':
    'The workbench is for bureaus and service teams. Switch the role at the top to act here.',
  'workbench.waiting': '{count} waiting',
  'workbench.waiting.late': '{count} waiting, {late} late',
  'workbench.late': 'Overdue',
  'workbench.late.objection': 'Objection',
  'workbench.late.call': 'Call',
  'workbench.companies': 'Find a company, what it can have and what it lacks',
  'workbench.library': 'Programmes, calls and their windows',
  'workbench.demands': 'What companies need solved, and whom they meet',
  'workbench.imports': 'Load tables of companies and check each column',
  'desk.tile': 'Answer a call on one screen: why, what is missing, when, with what',
  'matrix.tile': 'Many companies, all programmes: who meets what, and what the others lack',
  'publishing.tile': 'Draft, review, sign and publish programmes; see whom they touch',
  'desk.follow-up.overdue': 'an answer was due by {date}',
  'assignment.title': 'Assignment',
  'assignment.tile':
    'Commissioners and villages, experts and companies: by wishes and capacities, pinned, assigned again',
  'duplicates.title': 'Duplicates',
  'duplicates.tile': 'Two records of one and the same: compare, merge, take back',
}
