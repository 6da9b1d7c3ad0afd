/** Words for finding and starting a company. `{name}` stands for a value. */
export const companies = {
  'companies.title': '查找企业',
  'companies.lead':
    '按名称或统一社会信用代码查找企业，也可以查找高校院所、孵化载体和项目，查看它的政策礼包。',
  'companies.query': '企业名称或统一社会信用代码',
  'companies.audience': '类别',
  'companies.found': '共 {total} 个结果',
  'companies.none': '没有找到。换个写法，或作为新企业开始。',
  'companies.new': '我是新企业',
  'companies.new.title': '作为新企业开始',
  'companies.new.lead': '填名称和注册地就能开始，其他信息用到时再填。',
  'companies.name': '企业名称',
  'companies.name.other': '名称',
  'companies.code': '统一社会信用代码',
  'companies.place': '注册地',
  'companies.place.hint': '写到区县，例如：湖北省武汉市洪山区',
  'companies.place.meant': '选一个地名填入',
  'companies.create': '开始测算',
  'companies.created': '已建立企业，可以开始填写',
}
