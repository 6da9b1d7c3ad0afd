import type { follow as zh } from '../zh/follow.js'

export const follow: Record<keyof typeof zh, string> = {
  'follow.list': 'Followed',
  'follow.none': 'Nothing is followed yet. Open a programme in a package and press “Follow”.',
  'follow.lead':
    'You are told when it opens, when its rule changes and when the verdict does; before it closes, so many days ahead:',
  'follow.days': 'Remind before it closes',
  'follow.day': '{day} days',
  'follow.days.list': 'reminds {days} days before it closes',
  'follow.days.none': 'no reminder before it closes',
  'follow.on-pages': 'on the pages only',
  'follow.email': 'Also by e-mail',
  'follow.email.hint': 'One mail a day at most, with all of the day.',
  'follow.email.off': 'This server sends no mails yet: you are told on the pages only.',
  'follow.begin': 'Follow',
  'follow.save': 'Save',
  'follow.change': 'Change',
  'follow.end': 'Unfollow',
}
