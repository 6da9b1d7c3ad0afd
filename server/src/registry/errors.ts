import type { ErrorEntry } from '../http/error-entry.js'

export const RESOURCE_ERRORS = {
  'imports.json': {
    status: 422,
    message: {
      zh: '这不是由对象组成的 JSON 数组。',
      en: 'The file is not a JSON array of objects.',
    },
    next: {
      zh: '每行一个对象（JSON Lines），或一个对象数组。',
      en: 'Give an object a line, or one array of objects.',
    },
  },
  'imports.plan': {
    status: 422,
    message: { zh: '列的对应关系有误：{problems}', en: 'The mapping does not fit the file: {problems}' },
    next: { zh: '按说明改正后再试。', en: 'Correct what is named and try again.' },
  },
  'imports.running': {
    status: 409,
    message: { zh: '这次导入正在进行。', en: 'This import is running.' },
    next: { zh: '等它结束。', en: 'Wait until it has ended.' },
  },
  'imports.file-gone': {
    status: 410,
    message: { zh: '上传的文件已不在服务器上。', en: 'The uploaded file is no longer on the server.' },
    next: { zh: '重新上传。', en: 'Upload it again.' },
  },
  'kind.not-found': {
    status: 404,
    message: { zh: '没有“{kind}”这类资源。', en: 'There is no kind of resource “{kind}”.' },
    next: { zh: '可选：{kinds}。', en: 'There are: {kinds}.' },
  },
  'resource.not-found': {
    status: 404,
    message: { zh: '没有这个资源。', en: 'There is no such resource.' },
    next: { zh: '从资源目录进入。', en: 'Open it from the registry.' },
  },
  'changes.cursor': {
    status: 400,
    message: { zh: '“{after}”不是变更的位置。', en: '“{after}” is no place among the changes.' },
    next: { zh: '使用上次回答中的 next。', en: 'Give what `next` of the last answer said.' },
  },
  'feed.nothing': {
    status: 422,
    message: { zh: '除 key 以外没有任何字段。', en: 'There is no field beside `key`.' },
    next: { zh: '给出该类资源的字段，见 /kinds。', en: 'Give fields of the kind: see /kinds.' },
  },
  'feed.op': {
    status: 422,
    message: {
      zh: '第 {row} 行的 op 是“{op}”。',
      en: 'Row {row} has the `op` “{op}”.',
    },
    next: { zh: '填 upsert 或 retract，或不填。', en: 'Give upsert or retract, or leave it out.' },
  },
  'feed.retraction': {
    status: 422,
    message: {
      zh: '第 {row} 行要撤回，但除 op 和 key 外还有其他内容，或没有 key。',
      en: 'Row {row} is to take back something, but has no `key`, or has more than `op` and `key`.',
    },
    next: { zh: '写成 {example}。', en: 'Write it as {example}.' },
  },
  'feed.twice': {
    status: 422,
    message: {
      zh: '同一批中既报送又撤回，或撤回两次：{keys}。',
      en: 'One batch tells and takes back, or takes back twice: {keys}.',
    },
    next: { zh: '分成两批，按先后发送。', en: 'Send two batches, one after the other.' },
  },
  'rate.limit': {
    status: 429,
    message: { zh: '请求过于频繁。', en: 'There were too many requests.' },
    next: { zh: '{after} 后再试。', en: 'Try again in {after}.' },
  },
} as const satisfies Record<string, ErrorEntry>
