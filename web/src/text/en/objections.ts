import type { objections as zh } from '../zh/objections.js'

export const objections: Record<keyof typeof zh, string> = {
  'objection.title': 'Raise an objection',
  'objection.start': 'This is wrong',
  'objection.start.of': 'This is wrong: {text}',
  'objection.about': 'Condition: {text}',
  'objection.about.verdict': 'The verdict as a whole',
  'objection.name.missing': 'Give your name',
  'objection.acting-name': 'Name of the person acting',
  'objection.there': 'Objection: {state}',
  'objection.state.open': 'Waiting',
  'objection.state.taken': 'Being looked at',
  'objection.state.awaiting-rule': 'Rule being corrected',
  'objection.state.answered': 'Answered',
  'objection.state.withdrawn': 'Withdrawn',
  'objection.due': 'answer by {date}',
  'objection.overdue': 'an answer was due by {date}',
  'objection.actions': 'What you can do',
  'objections.title': 'Objections',
  'objections.tile': 'Answer objections, correct facts or rules',
}
