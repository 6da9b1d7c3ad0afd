import type { ErrorEntry } from '../../http/error-entry.js'

export const CHAIN_ERRORS = {
  'chain.not-found': {
    status: 404,
    message: {
      zh: '产业链中没有这一项。',
      en: 'There is nothing of this kind in any industry chain.',
    },
    next: {
      zh: '从产业链页面查找产品、行业或企业。',
      en: 'Look for the product, industry or company on the page of chains.',
    },
  },
  'relation.end': {
    status: 422,
    message: { zh: '没有编号为 {id} 的资源。', en: 'There is no resource {id}.' },
    next: { zh: '从列表中选择。', en: 'Choose it from the list.' },
  },
  'relation.refused': {
    status: 422,
    message: { zh: '{problem}。', en: '{problem}.' },
    next: { zh: '核对关系的类型、方向和两端。', en: 'Check the type, the direction and both ends.' },
  },
  'relation.not-found': {
    status: 404,
    message: { zh: '没有这条关系，或已被撤回。', en: 'There is no such relation, or it was taken back.' },
    next: { zh: '刷新页面。', en: 'Load the page again.' },
  },
} as const satisfies Record<string, ErrorEntry>
