/** Verbs of reports, longest first where one begins like another. */
const VERBS =
  `引进 引育 引入 建设 建成 建立 建有 共建 组建 新建 改建 新增 培育 培养 培训 举办 举行 开展 组织 承办 主办 协办 征集 汇总 汇聚 梳理 收集
促成 促进 促使 达成 获得 获批 获评 获 认定 备案 发布 签约 签订 签署 出台 印发 制定 修订 推动 推进 推荐 推出 推广 实现 完成 实施 立项 投入 带动 引导 撬动
支持 资助 奖励 补助 补贴 兑现 落实 减免 享受 孵化 集聚 聚集 吸引 吸纳 输出 转化 选派 选定 选任 选聘 选拔 聘请 聘任 邀请 指导 帮扶 助力 帮助 解决 攻克
申报 申请 授权 发表 参展 入驻 入选 覆盖 设立 成立 搭建 打造 布局 启动 凝练 捕捉 走访 调研 派出 派驻 配备 发放 拨付 安排 下达 争取 筹集 募集 融资 授信
发行 登记 交易 成交 服务 对接 使用 利用 建档 储备 入库 遴选 评选 评审 核定 通过 取得 形成 拥有 研发 制造 生产 销售 出口 进口 种植 养殖 示范 应用 依托 围绕
纳入 列入 盘活 释放 提供 举荐 培植 扶持 承担 牵头 主持 参与 参加 邀约 接待 受理 办理 办结 处理 检查 整改 关闭 淘汰 创建 创办 新设 增设 增加 减少 节约 节省 降低 提高 摘牌 竣工 投产 赔付 揭榜 中榜 开工 续建 购置 招引 签发 盘活 创造`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)

const VERB = new RegExp(VERBS.join('|'), 'g')
/** Nouns that hold a verb: not the place where a phrase begins. */
const NOUNS =
  /(?:技术合同成交|成果转化|技术转移|技术交易|技术服务|公共服务|服务费用?|服务体系|服务平台|服务机构|孵化培育(?=、|和|与|体系)|科技服务|研发机构|研发平台|研发中心|研发费用|研发资金|研发经费|研发投入|研发人员|生产线|生产基地|生产总值|示范区|示范基地|示范园|示范企业|示范机构|技术培训|应用场景|应用示范|融资需求|融资支持|科技孵化|企业孵化器|孵化器|孵化载体|孵化基地|孵化企业|创业孵化|培育库|培育计划|服务站|服务中心|对接会|对接活动|对接交流|转化基地|转化中心|转化项目|产业化项目|支持资金|奖励资金|补助资金|补贴资金|引导基金|成交额|交易额|合作项目|推广基地|高新技术|指导员|参与单位|建设项目|投入强度|销售收入|出口额|销售额|帮扶车间|助力贷|授权专利|发明专利授权|登记)/g

export function isVerb(text: string): boolean {
  return VERBS.includes(text) || /^(?:新增|净增|新建|筹建|在建)$/.test(text)
}

/** Where the last verb of a phrase begins, verbs inside nouns left aside; -1 where there is none. */
export function lastVerb(phrase: string): number {
  return lastVerbOf(phrase)?.at ?? -1
}

export function lastVerbOf(phrase: string): { at: number; verb: string } | null {
  const masked = phrase.replaceAll(NOUNS, (noun) => '□'.repeat(noun.length))
  let found: { at: number; verb: string } | null = null
  for (const match of masked.matchAll(VERB)) found = { at: match.index ?? 0, verb: match[0] }
  return found
}

/** What follows the noun that is counted: `企业｜获得…`, `院士｜进行…`, `项目｜达成…`. */
const PREDICATE =
  /[户人亩]均|与|和(?=[^、]{0,12}(?:共建|合作|签))|被|由|作为|深入|走进|授信|进行|来(?!源|自)|前往|赴|落地|参加|参与|参展|获得|获批|获评|获(?!奖项目|优)|享受|开展|通过|实现|达成|完成|建成|建立|形成|进入|跻身|入选|成为|成功|投入(?!强度|资金)|投产|(?<!以)上市|用于|减免|入驻|签约|签订|签署|接受|提供|实施|组建|共建|到位|分别|共同|均|全部|已|在(?!校|职|孵|建|研|读|线|册|岗|[^，。]{1,2}(?:高校|院校|院所|企业|机构|单位))|为(?!主)|将|从|按|可|拥有|具备|掌握|服务全?覆盖|全覆盖|覆盖|占(?!比|地)|增[长速幅]|下降/

export interface Behind {
  readonly noun: string
  readonly predicate: string
}

/** Cuts what follows a figure into the noun that it counts and what is said of it. */
export function cutBehind(text: string): Behind {
  const masked = text
    .replaceAll(NOUNS, (noun) => '□'.repeat(noun.length))
    .replaceAll(/[“《（][^”》）]*[”》）]/g, (q) => '□'.repeat(q.length))
  const at = PREDICATE.exec(masked)?.index ?? -1
  if (at === 0) return relativeClause(text)
  return at < 0 ? { noun: text, predicate: '' } : { noun: text.slice(0, at), predicate: text.slice(at) }
}

/** `掌握先进技术的企业`: what follows 的 is counted. */
function relativeClause(text: string): Behind {
  const of = text.indexOf('的')
  if (of < 0 || of > text.length - 3) return { noun: '', predicate: text }
  const inner = cutBehind(text.slice(of + 1))
  const said = text.slice(0, of)
  // What tells them apart at length says less than what they did.
  const long = said.length > 14 || said.includes('、')
  return { noun: inner.noun, predicate: long && inner.predicate !== '' ? inner.predicate : said }
}
