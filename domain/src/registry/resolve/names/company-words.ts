/** Longest first, as they stand at the end of a registered name. */
export const LEGAL_FORMS = [
  '股份有限责任公司',
  '股份有限公司',
  '有限责任公司',
  '股份公司',
  '集团公司',
  '有限公司',
  '特殊普通合伙',
  '普通合伙',
  '有限合伙',
  '合伙企业',
  '个人独资企业',
  '总公司',
  '公司',
  'incorporated',
  'corporation',
  'limited',
  'company',
  'corp',
  'gmbh',
  'inc',
  'llc',
  'llp',
  'ltd',
  'plc',
  'co',
  'ag',
]

/** A part of a company that stands behind the company's name. */
export const BRANCH_FORMS = ['分公司', '分行', '支行', '营业部', '办事处', '分厂', '分店', '门市部', '代表处']

/** Words for how a company is held together: they are added and dropped freely in short names. */
export const GROUP_WORDS = words(
  '集团 控股 股份 实业 发展 国际 企业 投资 产业 有限 责任 公司 总 group holdings holding international',
)

/** What a company does, as registered names say it: the industry part of GB/T 4754 names and their everyday forms. */
export const INDUSTRY_WORDS = words(
  `科技 技术 高科技 高技术 科学 高新技术 高新 高科 信息 信息技术 网络 软件 数据 数字 数码 智能 智慧 互联网 物联网
  互联 在线 通信 通讯 电信 电子 微电子 半导体 集成电路 电路 芯片 光电 光学 激光 光电子 光伏 光纤 传感 自动化 自控
  数控 控制 机器人 机器 系统 集成 云计算 计算机 卫星 导航 测控 仪器 仪表 视讯 游戏 资讯
  电气 电器 电力 电机 电缆 线缆 电线 电源 电池 电工 热电 煤电 水电 发电 核电 风电 电能 能源 新能源 清洁能源 节能
  动力 石油 石化 油气 天然气 燃气 气体 煤业 煤炭 油田 油运 油服 锂能 储能 氢能 热力 供热
  材料 新材料 新材 材料科技 特材 复合材料 金属 合金 钢铁 特殊钢 特钢 不锈钢 钢管 钢构 铝业 铜业 钛业 钨业 钼业 钴业 锂业 锌业 矿业
  有色金属 稀土 黄金 珠宝 首饰 水泥 玻璃 陶瓷 瓷业 建材 塑料 塑业 橡胶 橡塑 轮胎 化学 化工 化纤 纤维 农化 生化 精细化工 石墨
  涂料 油墨 染料 硅业 碳素 炭黑 膜 管业 型材 板材
  生物 医药 制药 药业 医疗 医疗器械 器械 医学 诊断 基因 健康 卫生 疫苗 中药 药房 药材 保健 医院 体检 生命科学
  食品 饮料 饮品 乳业 奶业 酒业 啤酒 白酒 葡萄酒 黄酒 酿酒 调味品 调味食品 粮油 糖业 肉类 水产 渔业 远洋渔业 牧业 畜牧 农牧 农业
  种业 林业 园林 花卉 饲料 果汁 香料 茶业 盐业 粮食 农机 农产品 水利
  机械 重工 重机 重型 机床 工具 装备 设备 制造 精工 精密 精机 工业 工程 机电 矿机 轴承 阀门 泵业 模具 液压 压缩机 风机 锅炉
  电梯 轨道 铁路 机车 车辆 汽车 客车 汽配 部件 零部件 配件 饰件 密封件 紧固件 传动 齿轮 航空 航天 船舶 造船 海运 航运 港口 港务
  机场 高速公路 高速 公路 路桥 交通 运输 物流 供应链 快递 仓储 速递
  建设 建筑 建工 房地产 地产 置业 置地 装饰 家居 家具 家纺 物业 基建 市政 设计 规划 工程设计 设计院 研究院 勘察 检测 认证 咨询
  环保 环境 环境科技 生态 生态环境 水务 水业 供水 净化 固废 再生资源 资源
  商业 商贸 贸易 外贸 进出口 百货 商场 商厦 商城 超市 连锁 零售 免税 电商 批发 工贸 物资
  银行 农村商业银行 商业银行 农商银行 农商行 证券 保险 期货 信托 金融 租赁 融资租赁 资本 资产 资产管理 基金 财产保险 人寿保险 担保 创业投资 创投
  传媒 文化 文化传媒 出版 出版传媒 影视 影业 电影 广播电视 广电 传播 广告 娱乐 动漫 教育 体育 旅游 酒店 旅行社 创意 新媒体 媒体 会展 印刷 包装 纸业 造纸
  纺织 服饰 服装 针织 印染 鞋业 皮革 时尚 纺织品 锦纶 羊绒 玩具 用品 日化 化妆品 文具 制品 照明 灯具 空调 制冷 厨电 卫浴
  开发 服务 管理 运营 经营 营销 创新 创业 环球 综合 联合 合作 资源开发 technology technologies tech electronics software pharmaceutical pharmaceuticals
  industries industry industrial energy bank capital systems solutions`,
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((w) => w !== ''))
}
