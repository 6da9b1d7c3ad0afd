import type { DraftState } from '@kehui/domain/packs/publishing'

/** As refusals name them; the pages have the same words. */
export const STATE_NAMES: Readonly<Record<DraftState, { zh: string; en: string }>> = {
  draft: { zh: '起草中', en: 'draft' },
  review: { zh: '待审核', en: 'in review' },
  signed: { zh: '已签署', en: 'signed' },
  published: { zh: '已发布', en: 'published' },
  replaced: { zh: '已被替代', en: 'replaced' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  discarded: { zh: '已废弃', en: 'discarded' },
}
