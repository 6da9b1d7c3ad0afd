import type { Random } from './random.js'
import { DISTRICTS, date, known, type Sample, sampleCode, type When, wan, yesNo } from './sample.js'

type Facts = Record<string, string>
type Around = { companies: readonly Sample[]; when: When }
type Others = {
  audience: Sample['audience']
  count: number
  make: (random: Random, serial: number, around: Around) => Sample
}

const GRADES = ['优秀', '良好', '合格', '不合格'] as const

/** Everything but companies: what programmes of the sample city are for. */
export const OTHERS: readonly Others[] = [
  {
    audience: 'project',
    count: 30,
    make: (r, n, { companies }) =>
      owned(r, 'project', `云川揭榜项目第 ${n + 1} 号（示例）`, project(r), companies),
  },
  {
    audience: 'contract',
    count: 24,
    make: (r, n, { companies }) =>
      owned(r, 'contract', `云川技术成果购买合同第 ${n + 1} 号（示例）`, purchase(r), companies),
  },
  {
    audience: 'loan',
    count: 24,
    make: (r, n, { companies }) =>
      owned(r, 'loan', `云川科技担保贷款第 ${n + 1} 笔（示例）`, loan(r), companies),
  },
  {
    audience: 'institution',
    count: 12,
    make: (r, n) =>
      single(
        r,
        'institution',
        `云川示例研究院第 ${n + 1} 所（示例）`,
        institution(r, n),
        sampleCode('12', '990102', n),
      ),
  },
  {
    audience: 'incubator',
    count: 18,
    make: (r, n, { when }) => ({
      ...single(
        r,
        'incubator',
        `云川孵化载体第 ${n + 1} 号（示例）`,
        incubator(r, when),
        sampleCode('52', '990103', n),
      ),
      records: incubatees(r, when),
    }),
  },
  {
    audience: 'person',
    count: 12,
    make: (r, n) => single(r, 'person', `示例技术经理人 ${n + 1}`, broker(r), null),
  },
  {
    audience: 'commissioner',
    count: 14,
    make: (r, n) => single(r, 'commissioner', `示例科技特派员 ${n + 1}`, commissioner(r), null),
  },
  {
    audience: 'village',
    count: 12,
    make: (r, n) => single(r, 'village', `云川示例村 ${n + 1}`, village(r), null),
  },
]

function single(
  random: Random,
  audience: Sample['audience'],
  name: string,
  facts: Facts,
  creditCode: string | null,
): Sample {
  const share = random.pick([1, 0.8, 0.5])
  const place = random.pick(DISTRICTS).name
  return {
    name,
    audience,
    creditCode,
    facts: { 注册地: place, ...known(random, share, facts) },
    records: {},
    owner: null,
  }
}

function owned(
  random: Random,
  audience: Sample['audience'],
  name: string,
  facts: Facts,
  companies: readonly Sample[],
): Sample {
  const owner = companies[random.integer(0, companies.length - 1)]?.name ?? null
  return { ...single(random, audience, name, facts, null), owner }
}

function project(random: Random): Facts {
  const budget = random.integer(10, 120) * 10
  return {
    揭榜方类型: random.pick(['企业', '高校院所', '联合体']),
    列入揭榜榜单: yesNo(random.chance(0.7)),
    揭榜总投入: wan(budget),
    需求方出资: wan(Math.round(budget * (0.3 + random.next() * 0.5))),
    团队持股比例: `${random.integer(51, 100)}%`,
    拨投资金需求: wan(random.integer(5, 60) * 10),
    ...(random.chance(0.6) ? { 尽职调查通过: yesNo(random.chance(0.7)) } : {}),
  }
}

function purchase(random: Random): Facts {
  return {
    购买成果已付额: wan(random.integer(2, 200)),
    成果已投产: yesNo(random.chance(0.5)),
    技术合同类别: random.pick(['开发', '转让', '许可', '服务', '不属于']),
    由卖方申请登记: yesNo(random.chance(0.9)),
    合同文本完整: yesNo(random.chance(0.95)),
    合同已登记过: yesNo(random.chance(0.1)),
  }
}

function loan(random: Random): Facts {
  const principal = random.integer(10, 200) * 10
  // The fee is 0 to 2 % of the principal.
  return { 担保贷款本金: wan(principal), 已付担保费: `${random.integer(0, 20) * principal * 10} 元` }
}

function institution(random: Random, serial: number): Facts {
  // One in four has transferred nothing.
  const contracts = serial % 4 === 3 ? 0 : random.integer(1, 600)
  return {
    高校院所: yesNo(random.chance(0.8)),
    '本地转化金额.合同': wan(contracts),
    '本地转化金额.到账': wan(Math.floor(contracts * random.next())),
  }
}

function incubator(random: Random, when: When): Facts {
  const { books } = when
  const area = random.integer(1, 60) * 100
  const tenants = random.integer(5, 80)
  const income = random.integer(50, 900)
  const provincial = random.chance(0.4)
  return {
    载体运营起始日期: date(random, when, books - 9, books),
    孵化场地面积: `${area} 平方米`,
    在孵企业使用面积: `${Math.floor(area * (0.4 + random.next() * 0.6))} 平方米`,
    [`在孵企业数@${books}`]: `${tenants} 家`,
    [`获投融资在孵企业数@${books}`]: `${Math.floor(tenants * random.next() * 0.4)} 家`,
    [`毕业企业数@${books}`]: `${random.integer(0, 14)} 家`,
    [`孵化器总收入@${books}`]: wan(income),
    [`孵化服务收入@${books}`]: wan(Math.floor(income * random.next())),
    创业工位数: `${random.integer(5, 200)} 个`,
    创业导师数: `${random.integer(0, 20)} 名`,
    双创活动场次: `${random.integer(2, 40)} 场`,
    孵化服务质量评分: `${random.integer(12, 30)} 分`,
    孵化器评价等次: random.pick(GRADES),
    市级众创空间: yesNo(random.chance(0.3)),
    省级以上孵化载体: yesNo(provincial),
    载体独立法人: yesNo(random.chance(0.9)),
    [`基金投资在孵企业数@${books}`]: `${Math.floor(tenants * random.next() * 0.2)} 家`,
    [`高成长在孵企业数@${books}`]: `${Math.floor(tenants * random.next() * 0.6)} 家`,
    标准级其他条件: yesNo(random.chance(0.5)),
    专门运营机构: yesNo(random.chance(0.9)),
    工位和公共面积: `${Math.floor(area * (0.5 + random.next() * 0.5))} 平方米`,
    年度签约团队企业数: `${random.integer(5, 60)} 家`,
    团队新注册企业数: `${random.integer(0, 25)} 家`,
    年度获投融资团队企业数: `${random.integer(0, 10)} 家`,
    年度典型案例数: `${random.integer(0, 6)} 个`,
    专职服务人员数: `${random.integer(1, 12)} 名`,
    统计数据如实报送: yesNo(random.chance(0.95)),
    孵化收入单独核算: yesNo(random.chance(0.85)),
    孵化房产税: `${random.integer(2, 90) * 1000} 元`,
    孵化土地使用税: `${random.integer(1, 40) * 1000} 元`,
    孵化服务增值税: `${random.integer(5, 200) * 1000} 元`,
  }
}

function incubatees(random: Random, when: When): Sample['records'] {
  return {
    在孵企业: Array.from({ length: random.integer(0, 12) }, () => ({
      入孵日期: date(random, when, when.books - 3, when.books),
      上年度首次认定高企: yesNo(random.chance(0.2)),
    })),
  }
}

function broker(random: Random): Facts {
  return { 技术经理人证书: yesNo(random.chance(0.8)), 促成技术交易额: wan(random.integer(10, 900)) }
}

function commissioner(random: Random): Facts {
  return {
    特派员考核等次: random.pick(GRADES),
    特派员服务天数: `${random.integer(20, 160)} 天`,
    派出单位推荐: yesNo(random.chance(0.8)),
  }
}

function village(random: Random): Facts {
  return { 驻村特派员数: `${random.integer(0, 4)} 名`, 带动农户数: `${random.integer(10, 200)} 户` }
}
