import type { facts as zh } from '../zh/facts.js'

export const facts: Record<keyof typeof zh, string> = {
  'facts.title': 'Data',
  'facts.lead':
    'What is known, year by year, with its source. An empty cell means not known; it is not zero.',
  'facts.back': 'To the package',
  'facts.fact': 'Figure',
  'facts.current': 'Current',
  'facts.edit': 'Change {label}',
  'facts.add': 'Add',
  'facts.source': 'Source: {source}',
  'facts.observed': 'obtained {date}',
  'facts.other': '{count} other sources',
  'facts.only-known': 'Only figures that are known',
  'facts.find': 'Find a figure',
  'facts.saved': 'Saved: {label}',
  'facts.records': 'Related records',
  'facts.records.count': '{count}',
  'facts.group.basic': 'Basics',
  'facts.group.yearly': 'Figures by year',
  'facts.group.counts': 'Rights and other counts',
  'facts.group.standing': 'Titles and standing',
  'facts.group.known': '{known} of {total} known',
  'facts.none': 'No such figure.',
}
