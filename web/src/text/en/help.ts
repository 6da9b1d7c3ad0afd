import type { help as zh } from '../zh/help.js'

export const help: Record<keyof typeof zh, string> = {
  'help.title': 'Help and accessibility',
  'help.verdicts': 'How to read an answer',
  'help.verdict.yes': 'Green round tick: what is known meets this condition.',
  'help.verdict.unknown': 'Brown dashed diamond: something is missing; this is neither a yes nor a no.',
  'help.verdict.no': 'Red square cross: what is known does not meet this condition.',
  'help.verdict.moot':
    'Grey circle with a bar: not met or not known, but other conditions already decide the answer.',
  'help.amounts': 'How amounts are counted',
  'help.amounts.text':
    'Programmes that pay whoever meets their conditions count towards what you can receive. Competitive and quota programmes are decided by reviewers: they show only “up to” and never enter a total. Grants, tax relief, credit lines, vouchers and titles are counted apart and never added together. Where programmes exclude one another, the combination that is best for the company is taken, and what was given up is explained.',
  'help.estimate': 'An estimate is not an approval',
  'help.estimate.text':
    'Results come from published documents and from your data. Whether support is granted is decided by the responsible department. Where a programme is marked “parameters unverified”, its figures come from reprints or second-hand sources: check the original before applying.',
  'help.closed': 'About years that are closed',
  'help.closed.text':
    'Last year’s books are closed and must not be changed to meet a condition. You are shown only what can still be done this year, and targets for the next filing year. If real spending was left out last year, correct it by the rules and then update your data.',
  'help.questions': 'Answering and trying',
  'help.questions.text':
    'On a programme’s page “Enter” takes an answer: the package is computed again at once, and the answer can be undone. “Try figures” computes with what you enter and stores nothing. “Data” shows where each figure comes from and lets you change it. “Other regions” adds programmes of elsewhere, for comparison only.',
  'help.forms': 'Self-assessment forms',
  'help.forms.text':
    'Official forms for technology SMEs, high-tech enterprises, specialised SMEs and others, clause by clause in their order, filled in from what is known. Years can stand side by side, and what-if columns store nothing. The workbook computes by its own formulas once its blanks are filled in; the PDF is for signing. A blank is not known, which is not zero.',
  'help.library': 'Programmes and the calendar of calls',
  'help.library.text':
    'Programmes are found by words or document number and filtered by place, department, industry and more; what changed since your last visit is marked, and the versions of a programme tell what each changed. The calendar shows calls by month and can be subscribed to from a phone or a computer.',
  'help.following': 'Following and notices',
  'help.following.text':
    '“Follow” on a programme, or “Follow all” in the package: when a call opens or is about to close, a rule changes or an answer changes, “Notices” tells you; by e-mail too where this site has a mail server, at most once a day. Days are changed and following is ended under “Notices”; each mail also has a link that ends it.',
  'help.objection': 'Corrections and objections',
  'help.objection.text':
    'If one condition looks wrong, choose “This is wrong” below it; if the whole answer does, object to it at the end of the conditions. Say what is wrong and what shows it. The department owes an answer within five working days; it appears under “Notices”, and by e-mail where you left an address and this site has a mail server. Until then you can withdraw; if the answer does not settle it, object again with your reason. The page of the objection shows the data of that day, each step, and how the answer stands now.',
  'help.accessibility': 'Accessibility',
  'help.accessibility.text':
    'This site follows GB/T 37668 and WCAG 2.2 AA: everything works by keyboard; answers are told by shape and words, not colour alone; text contrast is at least 4.5:1; a 320 pixel wide screen needs no sideways scrolling; high-contrast and reduced-motion settings are respected.',
  'help.large': 'Large text',
  'help.large.text':
    '“Large text” at the top enlarges text to at least 18 pixels and targets to 60 pixels, and takes answers and objections in the page instead of in a dialog. “Standard” turns it off.',
  'help.keyboard': 'Keyboard',
  'help.keyboard.tab': 'Tab moves on, Shift + Tab moves back; a yellow frame shows where you are.',
  'help.keyboard.enter': 'Enter opens links and buttons; Space ticks and unfolds.',
  'help.keyboard.escape': 'Escape closes a dialog and returns to the button that opened it.',
  'help.keyboard.arrows':
    'Arrow keys move between choices; Page Up and Page Down turn the months of the calendar.',
  'help.keyboard.skip': 'Tab once on a fresh page to skip to its content.',
}
