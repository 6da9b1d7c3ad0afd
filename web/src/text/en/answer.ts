import type { answer as zh } from '../zh/answer.js'

export const answer: Record<keyof typeof zh, string> = {
  'form.errors': '{count} things to correct',
  'form.choose': 'Choose',
  'form.unit': 'Unit',
  'form.required': 'Enter: {label}',
  'form.number': '{label} must be a number, such as 520 or 5.3',
  'answer.yes': 'Yes',
  'answer.no': 'No',
  'answer.title': 'Enter: {label}',
  'answer.lead':
    'Results are recomputed at once. You can change it at any time; it is used for matching only.',
  'answer.lead.try': 'Trying out: shows the result, saves nothing.',
  'answer.minutes': 'about {minutes} min',
  'answer.held': 'Source: {agency}',
  'answer.affects': 'Programmes affected: {count}',
  'answer.save': 'Save and recompute',
  'answer.try': 'Try',
  'answer.saved':
    'Recomputed: {can} available now, {later} met but not open, {needs} need something, {not} not met',
  'answer.undo': 'Undo',
  'answer.undone': 'The answer was undone',
  'answer.failed': 'Not saved: {message}',
  'answer.fill': 'Answer',
  'answer.skip': 'Skip',
  'answer.left': '{count} left',
}
