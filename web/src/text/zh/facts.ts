/** Words for what is known of a company. `{name}` stands for a value. */
export const facts = {
  'facts.title': '企业数据',
  'facts.lead': '按年度列出已有数据及来源。空格表示还没有数据，不等于零。',
  'facts.back': '看政策礼包',
  'facts.fact': '指标',
  'facts.current': '当前',
  'facts.edit': '修改{label}',
  'facts.add': '填写',
  'facts.source': '来源：{source}',
  'facts.observed': '{date} 获取',
  'facts.other': '另有 {count} 个来源的数据',
  'facts.only-known': '只看已有数据的指标',
  'facts.find': '查找指标',
  'facts.saved': '已保存：{label}',
  'facts.records': '相关记录',
  'facts.records.count': '{count} 条',
  'facts.none': '没有这样的指标。',
}
