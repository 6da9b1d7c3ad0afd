import type { OutcomeCode } from '@kehui/domain/cases'

/** How far it went: `half`: one side agreed; `talks`: met, and talks go on. */
export type SamplePath =
  | 'proposed'
  | 'half'
  | 'agreed'
  | 'scheduled'
  | 'met'
  | 'talks'
  | 'concluded'
  | 'declined'
  | 'lapsed'
  | 'withdrawn'

/** Over which need, who was brought in, days ago, how far it went, what came of it. */
export type SampleIntroduction = readonly [
  need: string,
  provider: readonly ['achievement' | 'person' | 'institution', string],
  daysAgo: number,
  path: SamplePath,
  outcome: OutcomeCode | null,
  /** What the ranking saw: closeness in words, chain, place, maturity. */
  values: readonly [text: number, chain: number, place: number, maturity: number],
]

const work = (name: string) => ['achievement', name] as const
const expert = (name: string) => ['person', name] as const
const institution = (name: string) => ['institution', name] as const

export const INTRODUCTIONS: readonly SampleIntroduction[] = [
  // Running, one in every state.
  ['pressure', work('压力敏感芯片低应力封装工艺'), 12, 'scheduled', null, [0.52, 1, 1, 1]],
  ['pressure', work('压力变送器多点温度补偿算法'), 20, 'talks', 'in-talks', [0.61, 1, 1, 1]],
  ['diagnosis', work('设备振动信号的少样本诊断方法'), 2, 'half', null, [0.48, 0.6, 1, 1]],
  ['gas', work('气体敏感材料的室温响应方法'), 1, 'proposed', null, [0.55, 1, 0.8, 1]],
  ['torque', work('关节力矩传感器薄膜应变计'), 5, 'agreed', null, [0.63, 1, 1, 1]],
  ['medium', work('无血清培养基高密度流加策略'), 18, 'met', null, [0.66, 1, 1, 1]],
  ['motor', expert('江沚'), 3, 'half', null, [0.4, 0.8, 1, 0.5]],
  // Ended.
  ['meter', work('超声水表小流量测量方法'), 200, 'concluded', 'contract', [0.64, 1, 1, 1]],
  ['meter', expert('周湾'), 198, 'concluded', 'solved-elsewhere', [0.45, 0.8, 1, 0.5]],
  ['meter', work('工业现场强干扰下的微弱信号采集'), 195, 'declined', 'field-differs', [0.22, 0.4, 1, 1]],
  ['acquisition', work('工业现场强干扰下的微弱信号采集'), 150, 'concluded', 'contract', [0.62, 1, 1, 1]],
  ['acquisition', work('窄带无线传感模组低功耗组网'), 149, 'concluded', 'field-differs', [0.27, 0.6, 1, 1]],
  ['acquisition', expert('何汀'), 146, 'lapsed', 'no-answer', [0.2, 0.6, 1, 0.5]],
  ['resin', work('层析填料微球可控合成'), 180, 'concluded', 'contract', [0.68, 1, 0.8, 1]],
  ['resin', expert('陆汀'), 178, 'concluded', 'no-capacity', [0.5, 1, 0.8, 0.5]],
  ['resin', work('连续流层析工艺控制软件'), 177, 'declined', 'field-differs', [0.3, 0.6, 0.8, 1]],
  ['inspection', work('复合材料机身无损检测方法'), 140, 'concluded', 'price', [0.6, 1, 1, 1]],
  ['inspection', institution('临江低空技术研究院'), 138, 'declined', 'no-capacity', [0.31, 0.5, 1, 0.5]],
  ['inspection', expert('陶渚'), 135, 'lapsed', 'no-answer', [0.3, 0.8, 0.2, 0.5]],
  ['network', work('窄带无线传感模组低功耗组网'), 66, 'concluded', 'time', [0.59, 1, 1, 1]],
  ['network', expert('阮岫'), 64, 'concluded', 'trial', [0.44, 1, 1, 0.5]],
  ['prepreg', work('碳纤维预浸料低孔隙非热压罐固化'), 34, 'concluded', 'rights', [0.7, 1, 0.3, 1]],
  ['prepreg', work('快速固化环氧树脂体系'), 33, 'concluded', 'performance', [0.35, 1, 0.8, 1]],
  ['prepreg', expert('闻溪'), 31, 'withdrawn', null, [0.33, 1, 0.2, 0.5]],
  ['lyophilise', work('疫苗冻干保护剂'), 25, 'concluded', 'trial', [0.65, 1, 1, 1]],
  ['lyophilise', work('耐热重组酶定向进化平台'), 24, 'declined', 'field-differs', [0.24, 0.5, 0.8, 1]],
  ['luminescence', work('磁微粒表面低非特异吸附包被'), 16, 'concluded', 'not-mature', [0.38, 0.8, 0.2, 1]],
  ['gas', expert('秦澍'), 29, 'lapsed', 'no-answer', [0.42, 0.8, 0.8, 0.5]],
  ['medium', work('培养基关键组分批间一致性检测'), 38, 'concluded', 'contract', [0.54, 1, 0.8, 1]],
]
