import type { ErrorEntry } from '../http/error-entry.js'

export const DIGEST_ERRORS = {
  'digest.not-found': {
    status: 404,
    message: { zh: '没有这份简报。', en: 'There is no such digest.' },
    next: { zh: '从列表中选择。', en: 'Choose one from the list.' },
  },
  'digest.nothing': {
    status: 409,
    message: { zh: '选中的文章里没有可用的数据。', en: 'The articles chosen have no figures to use.' },
    next: {
      zh: '先在报告页采用数据，或不限于已核对的数据，或多选几篇。',
      en: 'Accept figures on the page of the report, take unchecked ones too, or choose more articles.',
    },
  },
  'digest.changed': {
    status: 409,
    message: { zh: '这份简报已被别人保存过。', en: 'Somebody else has saved this digest since.' },
    next: { zh: '刷新后在最新稿上修改。', en: 'Load it again and change the latest.' },
  },
  'digest.source': {
    status: 400,
    message: { zh: '没有第 {n} 个出处。', en: 'There is no source {n}.' },
    next: { zh: '只引用列出的出处。', en: 'Cite those that are listed.' },
  },
} as const satisfies Record<string, ErrorEntry>
