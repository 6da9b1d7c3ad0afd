import type { help as zh } from '../zh/help.js'

export const help: Record<keyof typeof zh, string> = {
  'help.title': 'Help and accessibility',
  'help.verdicts': 'How to read an answer',
  'help.verdict.yes': 'Green round tick: what is known meets this condition.',
  'help.verdict.unknown': 'Brown dashed diamond: something is missing; this is neither a yes nor a no.',
  'help.verdict.no': 'Red square cross: what is known does not meet this condition.',
  'help.verdict.moot':
    'Grey circle with a bar: not met or not known, but another branch is met, so it does not matter.',
  'help.amounts': 'How amounts are counted',
  'help.amounts.text':
    'Programmes that pay whoever meets their conditions count towards what you can receive. Competitive and quota programmes are decided by reviewers: they show only “up to” and never enter a total. Grants, tax relief, credit lines, vouchers and titles are counted apart and never added together. Where programmes exclude one another, the combination that is best for the company is taken, and what was given up is explained.',
  'help.estimate': 'An estimate is not an approval',
  'help.estimate.text':
    'Results come from published documents and from your data. Whether support is granted is decided by the responsible department. Where a programme is marked “parameters unverified”, its figures come from reprints or second-hand sources: check the original before applying.',
  'help.closed': 'About years that are closed',
  'help.closed.text':
    'Last year’s books are closed and must not be changed to meet a condition. You are shown only what can still be done this year, and targets for the next filing year. If real spending was left out last year, correct it by the rules and then update your data.',
  'help.objection': 'Corrections and objections',
  'help.objection.text':
    'If an answer looks wrong, open its clause on the programme’s page, compare the text with the data used, and call the department named there. Every answer states its data, its source, the requirement and the clause.',
  'help.accessibility': 'Accessibility',
  'help.accessibility.text':
    'This site follows GB/T 37668 and WCAG 2.2 AA: everything works by keyboard; answers are told by shape and words, not colour alone; text contrast is at least 4.5:1; a 320 pixel wide screen needs no sideways scrolling; high-contrast and reduced-motion settings are respected.',
  'help.large': 'Large text',
  'help.large.text':
    '“Large text” at the top enlarges text to at least 18 pixels and targets to 60 pixels, and asks questions in the page instead of in a dialog. “Standard” turns it off.',
  'help.keyboard': 'Keyboard',
  'help.keyboard.tab': 'Tab moves on, Shift + Tab moves back; a yellow frame shows where you are.',
  'help.keyboard.enter': 'Enter opens links and buttons; Space ticks and unfolds.',
  'help.keyboard.escape': 'Escape closes a dialog and returns to the button that opened it.',
  'help.keyboard.skip': 'Tab once on a fresh page to skip to its content.',
}
