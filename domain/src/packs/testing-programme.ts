/** Facts for a programme that says all that a programme can say. */
export const FACTS = `facts:
  注册地: {en: registered_in, of: enterprise, type: place, period: 当前}
  注册日期: {en: founded_on, of: enterprise, type: date, period: 当前}
  职工总数: {en: staff, of: enterprise, unit: 人, range: 0 人..1000 万人, period: 上年末, lever: none, held-by: 社保}
  科技人员: {en: scientists, of: enterprise, unit: 人, range: 0 人..1000 万人, period: 上年末, lever: up, within: 职工总数, cost-per-unit: 20 万元}
  年销售收入: {en: revenue, of: enterprise, unit: 元, range: 0 元..1000 亿元, period: 上年度, lever: up, before-founding: 0 元}
  研发费用:
    {en: rd_cost, of: enterprise, unit: 元, range: 0 元..1000 亿元, period: 上年度, lever: up, before-founding: 0 元,
     calibres: {高企: 高企认定, 统计: 统计}, minutes: 20}
  研发强度: {en: rd_intensity, of: enterprise, derive: 研发费用.高企 / 年销售收入 若为零 0%, unit: "%"}
  一类知识产权: {en: class_one_rights, of: enterprise, unit: 项, range: 0 项..1000 项, period: 当前, lever: up, cost-per-unit: 5 万元}
  专家评分: {en: expert_score, of: enterprise, unit: 分, range: 0 分..20 分, period: 当前, askable: false}
  行业门类: {en: industry, of: enterprise, type: choice, options: {制造业: {zh: 制造业, en: Manufacturing}, 服务业: 服务业, 农业: 农业}, period: 当前}
  严重失信: {en: misconduct, of: enterprise, type: yes-no, negative: {source: 信用中国, max-age: 90 天}, period: 当前}
  科技型中小企业: {en: tech_sme, of: enterprise, type: yes-no, title: true, period: 当前}
  重点项目: {en: key_project, of: enterprise, type: yes-no, period: 当前}
  银行贷款: {en: bank_loan, of: enterprise, type: yes-no, period: 当前}
  风险投资: {en: venture, of: enterprise, type: yes-no, period: 当前}
records:
  技术合同:
    {en: technology_contract, of: enterprise, count: 0..10000, fields: {到账额: {en: received, unit: 元, range: 0 元..100 亿元},
     合同类型: {en: contract_type, type: choice, options: {开发: 开发, 转让: 转让}}, 登记日期: {en: registered_on, type: date}}}
founded: 注册日期
`

/** Everything of a programme file at once. */
export const PROGRAMME = `id: made.all
title: {zh: 样样俱全, en: Everything}
summary: {zh: 说明, en: Summary}
audience: enterprise
mode: 择优
benefit: cash
calibre: 高企
period: 上年度
valid: 2026-01-01..2027-12-31
source: {document: 办法, number: 〔2026〕1 号, issuer: 科技局, date: 2026-01-05, url: "https://example.org/1", via: 《参考》, verified: secondary}
requires: [科技型中小企业]
standing: [严重失信]
define:
  合同额: sum(到账额 of 技术合同 where 合同类型 = 开发 and 登记日期.年 = 上年)
  够老: 满(注册日期, 12 个月)
  有投入: {any: [重点项目, {that: 研发费用 >= 100 万元, cite: 第二条}], label: {zh: 有投入, en: Spends}}
need:
  - {that: 职工总数 <= 500 人, cite: 第三条（一）, label: {zh: 不超过 500 人, en: At most 500}, verified: official}
  - {all: [够老, "行业门类 in {制造业, 服务业}"], cite: 第三条（二）}
  - {that: {either: 银行贷款 or 风险投资, both: 银行贷款 and 风险投资}, cite: 第四条}
  - 有投入
  - 研发强度 >= 3%
  - 研发费用.统计 >= 50 万元
  - cagr(年销售收入, 2 年) >= 10%
  - rising(年销售收入, 1 年)
  - sum(研发费用, 近3年) >= 200 万元
  - 研发费用[前年] > 0 元
  - count(技术合同 where 合同类型 = 转让) < 100 份
  - 得分 >= 20 分
  - 等级 in {合格, 优秀}
points:
  人才: {of: 科技人员 / 职工总数 若为零 0%, steps: {10%: 4 分, 30%: 7..8 分}, label: {zh: 人才, en: People}, cite: 附件一}
  成果: {best: [{of: 一类知识产权, steps: {1 项: 30 分}}, {sum: [{of: 一类知识产权, steps: {达到 2 项: 20 分}}, 5 分], cap: 24 分}]}
  评审: {judged: 0..10 分, label: {zh: 评审, en: Review}}
  专家: {cases: [{when: 专家评分 >= 10 分, give: 10 分}], else: 0 分}
grade: {of: 得分, bands: {优秀: 达到 50 分, 合格: 达到 20 分}, below: 不合格}
pay:
  lines:
    - {label: {zh: 市级, en: City}, of: 10% * 合同额, cite: 第五条}
    - {label: {zh: 区级, en: District}, of: 年销售收入, slices: {0 元: 1%, 1000 万元: 2%}, when: 注册地 in 南京市鼓楼区, payer: 区, verified: none}
    - {of: 职工总数, steps: {不超过 50 人: 1 万元, 不超过 500 人: 2 万元}, below: 0 元}
  cap: {project: 100 万元, enterprise-year: 500 万元}
  bound: upper
  per: project
  round: 千元 down
grants: {title: 示范企业, for: 3 年, ends: 有效期满}
rank: {by: 得分, take: 10 家}
allocate: {budget: 5000 万元, method: rank, year: 2026}
shares:
  - {where: 南京市鼓楼区, shares: {市: 60%, 区: 40%}}
  - {where: 南京市, shares: {市: 100%}}
schedule: [{when: 立项, share: 50%}, {when: 验收合格, share: 50%}]
clawback: {when: {zh: 三年内迁出, en: Leaves within three years}, share: 100%}
payee: 企业
excludes:
  - {with: [made.other], scope: 年度, resolve: 就高}
  - {with: [made.other], scope: 项目, resolve: {合计: 60%, 基数: 研发费用}}
stack: {group: 研发补助, cap: 500 万元}
once: true
consumes: [一类知识产权, 技术合同]
readings:
  question: {zh: 任一还是兼有, en: Either or both}
  default: either
  options: {either: {zh: 任一, en: Either}, both: {zh: 兼有, en: Both}}
  signed: {by: 林晓, on: 2026-01-10}
calls:
  - title: {zh: 2026 年申报, en: 2026 call}
    number: 〔2026〕9 号
    year: 2026
    batch: 第一批
    reference: 2025-12-31
    windows: [{step: {zh: 填报, en: Filing}, from: 2026-06-01, to: 2026-08-31}, {step: {zh: 推荐, en: Recommendation}, from: 2026-09-01, to: 2026-09-15}]
    quota: {each: 10 项, by: {zh: 各区, en: Each district}}
    materials: [{name: {zh: 执照, en: Licence}, kind: licence}, {name: {zh: 申请表, en: Form}, kind: generated, seal: true}, {name: 审计报告, kind: uploaded}]
    departments: [{level: 市, name: {zh: 科技局, en: Bureau}, phone: "0000-1"}, {level: 区, name: 区科技局}]
    promise: 30
    link: https://example.org/call
    verified: official
given: {严重失信: 否, 科技型中小企业: 是}
examples:
  - name: 一例
    on: 2026-06-15
    reading: both
    facts: {职工总数: 501 人}
    records: {技术合同: [{到账额: 100 万元, 合同类型: 开发, 登记日期: 2025-03-01}]}
    unset: [科技型中小企业]
    expect: {verdict: no, missing: []}
`

export const OTHER = `id: made.other
title: {zh: 另一项, en: Another}
audience: enterprise
mode: 普惠
benefit: cash
valid: unknown..
source: {document: 另一办法, verified: none}
need: [重点项目]
pay: {sum: [10 万元], cap: 5 万元, round: 元 down}
examples:
  - {name: 有, on: 2026-06-15, facts: {重点项目: 是}, expect: {verdict: yes, amount: 5 万元}}
`
