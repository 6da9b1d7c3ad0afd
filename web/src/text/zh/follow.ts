/** Words of the form in which a programme is followed, and of the list of what is followed. */
export const follow = {
  'follow.list': '正在关注',
  'follow.none': '还没有关注。在政策礼包里打开一项政策，点“关注”。',
  'follow.lead': '开始申报、规则更新、结论变化时都会提醒；截止前按下面的天数提醒。',
  'follow.days': '截止前提醒',
  'follow.day': '{day} 天',
  'follow.days.list': '截止前 {days} 天提醒',
  'follow.days.none': '截止前不提醒',
  'follow.on-pages': '只在页面上提醒',
  'follow.email': '同时发到邮箱',
  'follow.email.hint': '每天最多一封，合并当天的提醒。',
  'follow.email.off': '本站尚未设置发信服务，暂时只在页面上提醒。',
  'follow.begin': '开始关注',
  'follow.save': '保存',
  'follow.change': '修改',
  'follow.end': '取消关注',
}
