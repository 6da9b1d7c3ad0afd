import type { ErrorEntry } from '../http/error-entry.js'

export const PUBLISHING_ERRORS = {
  'snapshot.not-found': {
    status: 404,
    message: { zh: '没有编号为 {id} 的政策库版本。', en: 'There is no state {id} of the library.' },
    next: { zh: '从政策的版本记录进入。', en: 'Open it from the versions of a programme.' },
  },
  'snapshot.unreadable': {
    status: 409,
    message: {
      zh: '这一版政策库的文件不能按现在的写法读取：{problem}',
      en: 'The files of that state cannot be read in the present form: {problem}',
    },
    next: {
      zh: '原文仍完整保存；用当时的科惠版本可以读取。',
      en: 'The texts are kept whole; the Kehui of that time reads them.',
    },
  },
  'draft.not-found': {
    status: 404,
    message: { zh: '没有这份草稿。', en: 'There is no such draft.' },
    next: { zh: '从草稿列表进入。', en: 'Open it from the list of drafts.' },
  },
  'draft.state': {
    status: 409,
    message: {
      zh: '这份草稿现在是“{stateZh}”，不能这样办理。',
      en: 'This draft is “{stateEn}” now, which does not allow this step.',
    },
    next: {
      zh: '这一步只能在“{fromZh}”时办理。',
      en: 'The step can be taken while it is: {fromEn}.',
    },
  },
  'draft.own': {
    status: 403,
    message: {
      zh: '自己写的文本不能由自己签署。编写人：{authors}。',
      en: 'Nobody signs a text of his own. It was written by {authors}.',
    },
    next: { zh: '请另一位经办人审核并签署。', en: 'Ask another clerk to review and sign it.' },
  },
  'draft.note': {
    status: 422,
    message: { zh: '没有写明理由。', en: 'There is no reason given.' },
    next: { zh: '写明理由，供以后查考。', en: 'Give one, for whoever looks at this later.' },
  },
  'draft.changed': {
    status: 409,
    message: {
      zh: '{by}在此期间已经改动了这份草稿，你的改动没有保存。',
      en: '{by} has changed this draft meanwhile; your change was not saved.',
    },
    next: {
      zh: '你的文本仍在页面上。先看看对方改了什么，再决定如何合并。',
      en: 'Your text is still on the page. See what was changed, then decide how to bring both together.',
    },
  },
  'draft.check': {
    status: 422,
    message: {
      zh: '文本还不完备：{problems} 处写法错误，{failures} 个算例不符，{uncovered} 个门槛缺算例。',
      en: 'The text is not sound yet: {problems} errors, {failures} examples that fail, {uncovered} thresholds without examples.',
    },
    next: { zh: '按检查结果改正后再办理。', en: 'Correct what the check lists, then try again.' },
  },
  'draft.unchanged': {
    status: 422,
    message: { zh: '文本与现行版本完全相同。', en: 'The text is the same as the one in force.' },
    next: { zh: '改动之后再送审，或废弃这份草稿。', en: 'Change something first, or discard the draft.' },
  },
  'draft.reading-open': {
    status: 422,
    message: {
      zh: '原文可以有两种理解，还没有选定：{question}',
      en: 'The text can be read in two ways, and none is chosen: {question}',
    },
    next: { zh: '选定一种理解再签署：{options}。', en: 'Choose one, then sign: {options}.' },
  },
  'draft.base-moved': {
    status: 409,
    message: {
      zh: '起草以后，现行版本已经变了：直接发布会抹掉那次改动。',
      en: 'The text in force is not the one this draft set out from: publishing would undo that change.',
    },
    next: {
      zh: '退回修改，对照现行版本合并后，点“已对照现行版本”。',
      en: 'Return it, take over what changed, then confirm that it was compared with the text in force.',
    },
  },
  'draft.does-not-load': {
    status: 409,
    message: {
      zh: '这样政策库整体就不能载入：{problems}',
      en: 'The library as a whole would not load: {problems}',
    },
    next: {
      zh: '先改正所列的文件。什么都没有改变。',
      en: 'Correct the files named first. Nothing was changed.',
    },
  },
  'draft.id': {
    status: 422,
    message: {
      zh: '读不出政策编号：{problem}',
      en: 'The id of the programme cannot be read: {problem}',
    },
    next: {
      zh: '写明 id，例如 id: demo.new-award。',
      en: 'State it, for example id: demo.new-award.',
    },
  },
  'draft.pack': {
    status: 422,
    message: {
      zh: '“{id}”属于“{pack}”，不能在别的政策包里新建。',
      en: '“{id}” is of the pack “{pack}” and cannot be made anew in another.',
    },
    next: { zh: '从该政策的现行版本起草。', en: 'Draft from its text in force.' },
  },
  'draft.path-taken': {
    status: 409,
    message: { zh: '文件“{path}”已经是另一项政策。', en: 'The file “{path}” is another programme already.' },
    next: { zh: '换一个编号。', en: 'Choose another id.' },
  },
  'effect.not-ready': {
    status: 409,
    message: { zh: '影响还没有算完。', en: 'The effect is not worked out yet.' },
    next: { zh: '先计算影响，完成后再导出。', en: 'Have it worked out first, then export it.' },
  },
} as const satisfies Record<string, ErrorEntry>
