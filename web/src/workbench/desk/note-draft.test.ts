import { expect, test } from 'vitest'
import { readNoteDraft } from './note-draft.js'

test('a note that was begun is taken up as it was left', () => {
  const draft = { question: '何时办？', answer: '三月。', caller: '王示例', followUpOn: '' }
  expect(readNoteDraft(JSON.stringify(draft))).toEqual(draft)
})

test.each([null, '', '{', '[]', '"x"', '{"question":"何时办？"}', '{"question":1,"answer":2}'])(
  'what is no note is as if nothing had been begun: %s',
  (stored) => expect(readNoteDraft(stored)).toBeNull(),
)
