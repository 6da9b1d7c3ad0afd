import type { home as zh } from '../zh/home.js'

export const home: Record<keyof typeof zh, string> = {
  'home.title': 'See which innovation programmes your company can claim',
  'home.lead':
    'Kehui writes the programmes of a science and technology bureau as rules that can be checked, compares them with your company one condition at a time, and says how much, what is missing, by when and under which clause.',
  'home.last': 'Back to {name}',
  'home.closing': 'Calls that close soon',
  'home.closing.all': 'All {count} programmes with open calls',
  'home.how': 'How it is worked out',
  'home.how.answer': 'Three answers',
  'home.how.answer.text':
    'Each condition is met, not met or to be confirmed. Data that is missing is never taken for zero, nor for a refusal.',
  'home.how.exact': 'Exact to the fen',
  'home.how.exact.text':
    'Every amount shows its terms and their clauses. What is certain and what is possible stay apart, and unlike benefits are never added together.',
  'home.how.ask': 'Only useful questions',
  'home.how.ask.text':
    'You are asked only what can change an answer or an amount, and told which agency already holds it.',
  'home.regions': 'Regions on file',
}
