import type { notices as zh } from '../zh/notices.js'

export const notices: Record<keyof typeof zh, string> = {
  'notices.lead':
    'You are told here when a programme that you follow opens, closes soon or changes, or a verdict comes out otherwise.',
  'notices.tile': 'What changed for companies and programmes that are followed',
  'notices.no-company': 'Choose a company first to see its notices.',
  'notices.show': 'Which to show',
  'notices.unread': 'Unread {count}',
  'notices.none': 'There was nothing to tell yet.',
  'notices.none.unread': 'Nothing is unread.',
  'notices.open': 'Open',
  'notices.mark-read': 'Mark as read',
  'notices.mark-unread': 'Mark as unread',
  'notices.mark-all': 'Mark all as read',
  'notices.marked': 'Marked as read.',
  'notices.kind.opening': 'Opens',
  'notices.kind.closing': 'Closes soon',
  'notices.kind.rule-changed': 'Rule changed',
  'notices.kind.verdict-changed': 'Verdict changed',
  'notices.kind.objection-answered': 'Objection answered',
  'notices.kind.introduction': 'Introduction',
  'notices.kind.match': 'Match',
  'unfollow.title': 'Hear no more of this',
  'unfollow.about': '{subject}: {programme}',
  'unfollow.end': 'Stop reminding me',
  'unfollow.ended': 'Stopped. It can be followed again at any time.',
}
