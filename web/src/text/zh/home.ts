/** Words for the home page. `{name}` stands for a value. */
export const home = {
  'home.title': '企业能享受哪些科技政策，一查便知',
  'home.lead':
    '科惠把科技部门的政策写成可核对的规则，逐条对照企业情况，说清能拿多少、差什么、什么时候申报、依据哪一条。',
  'home.last': '回到{name}',
  'home.closing': '即将截止的申报',
  'home.closing.all': '正在申报的 {count} 项政策',
  'home.how': '怎么算出来的',
  'home.how.answer': '三种结论',
  'home.how.answer.text': '每条条件只有“符合、不符合、待确认”。没有填的数据绝不当作零，也不当作不符合。',
  'home.how.exact': '精确到分',
  'home.how.exact.text': '金额逐项列出算法和依据，确定能得与可争取分开，不同性质的优惠不相加。',
  'home.how.ask': '只问有用的',
  'home.how.ask.text': '只有会改变结论或金额的信息才会问，并写明哪个部门已经掌握。',
  'home.regions': '已收录的地区',
}
