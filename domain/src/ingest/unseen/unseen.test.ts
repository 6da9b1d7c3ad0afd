import { expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { sample, score } from './testing.js'

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
]

test.each(SAMPLES)('%s', (name) => {
  const { text, labels } = sample(name)
  const { complaints, ...shares } = score(labels, readBulletinText(text).facts)
  console.log(name, JSON.stringify(shares), '\n' + complaints.join('\n'))
})
