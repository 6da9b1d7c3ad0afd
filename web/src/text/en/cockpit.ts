import type { cockpit as zh } from '../zh/cockpit.js'

export const cockpit: Readonly<Record<keyof typeof zh, string>> = {
  'cockpit.lead': 'The whole region: whom programmes reach, what they cost, and what a change would do.',
  'cockpit.for-bureau': 'The cockpit is for bureaus. Switch to policy author at the top to look at it.',
  'cockpit.publishing': 'Drafts, reviews, signatures and publication; every earlier version is kept',
  'cockpit.matrix': 'Every company against every programme, one by one',
}
