import { expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { sample, score } from './testing.js'

/** Invented reports in many styles; what each says was written down before the reader saw it. */
const SAMPLES = [
  'work-report',
  'communique',
  'wechat',
  'list',
  'notice',
  'province',
  'print',
  'mixture',
  'bulletin',
  'digest',
  'digest-two',
  'digest-three',
  'headings',
]

test.each(SAMPLES)('%s', (name) => {
  const { text, labels } = sample(name)
  const { complaints, ...shares } = score(labels, readBulletinText(text).facts)
  const short = Object.entries(shares).filter(([part, share]) => share < LEAST[part as keyof typeof LEAST])
  expect(short, complaints.join('\n')).toEqual([])
})

const LEAST = { f1: 0.97, kind: 0.95, subject: 0.8, region: 0.97, period: 0.85 }
