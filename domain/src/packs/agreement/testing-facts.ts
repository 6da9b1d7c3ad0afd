/** Facts of every type, width and sign, which generated programmes name. */
export const FACTS = `facts:
  收入: {en: sales, of: enterprise, unit: 元, range: 0 元..1000 亿元, period: 上年度, before-founding: 0 元}
  研发: {en: rd, of: enterprise, unit: 元, range: 0 元..1000 亿元, period: 上年度, within: 收入, before-founding: 0 元}
  利润: {en: profit, of: enterprise, unit: 元, range: -100 亿元..100 亿元, period: 上年度}
  到位资金: {en: funds, of: any, unit: 元, range: 0 元..2000 万元, period: 当前}
  职工: {en: staff, of: enterprise, unit: 人, range: 0 人..1000 万人, period: 上年末}
  科研人员: {en: scientists, of: enterprise, unit: 人, range: 0 人..1000 万人, period: 上年末, within: 职工}
  博士: {en: doctors, of: any, unit: 人, range: 1 人..200 人, period: 当前}
  专利: {en: patents, of: enterprise, unit: 项, range: 0 项..200 项, period: 累计}
  占比: {en: share, of: enterprise, unit: "%", range: 0%..100%, period: 上年度}
  评分: {en: rating, of: enterprise, unit: 分, range: 0 分..100 分, period: 当前, askable: false}
  高新: {en: hightech, of: enterprise, type: yes-no, title: true, period: 当前}
  科小: {en: techsme, of: enterprise, type: yes-no, period: 当前}
  失信: {en: misconduct, of: enterprise, type: yes-no, negative: {source: 名单}, period: 当前}
  行业: {en: industry, of: enterprise, type: choice, options: [农业, 采矿, 制造, 建筑, 金融, 软件], period: 当前}
  规模: {en: size, of: enterprise, type: choice, options: [大, 中, 小], period: 当前}
  注册地: {en: registered_in, of: any, type: place, period: 当前}
  成立日期: {en: registered_on, of: enterprise, type: date, period: 当前}
records:
  合同:
    en: contract
    of: enterprise
    count: 0..1000
    fields:
      到账额: {en: received, unit: 元, range: 0 元..1 亿元}
      类型: {en: kind, type: choice, options: [开发, 转让, 服务]}
      登记日期: {en: registered, type: date}
founded: 成立日期
`
