import type { Random } from './random.js'
import { date, type When, yesNo } from './sample.js'

interface About {
  /** Whole years up to the end of the last books. */
  readonly age: number
  readonly big: boolean
  /** Of last year, in 万元. */
  readonly sales: number
}

/** Titles that a company of this age and size can hold, each step of the ladder on the one below. */
export function titlesOf(random: Random, when: When, { age, big, sales }: About) {
  const highTech = age >= 1 && random.chance(0.4)
  const small = !big && random.chance(highTech ? 0.7 : 0.4)
  const innovative = !big && age >= 1 && random.chance(highTech ? 0.6 : 0.2)
  const specialised = age >= 3 && sales >= 1500 && random.chance(highTech ? 0.45 : 0.12)
  const giant = specialised && sales >= 5000 && random.chance(0.3)
  const rights = highTech ? random.integer(1, 12) : random.chance(0.25) ? random.integer(1, 3) : 0
  const own = Math.floor(rights * (0.5 + random.next() * 0.5))
  return {
    highTech,
    facts: {
      高新技术企业: yesNo(highTech),
      科技型中小企业: yesNo(small),
      首次认定高企: yesNo(highTech && random.chance(0.6)),
      ...(highTech ? { 高企认定日期: date(random, when, when.books - Math.min(2, age), when.books) } : {}),
      首次入库科小: yesNo(small && random.chance(0.5)),
      创新型中小企业: yesNo(innovative),
      专精特新中小企业: yesNo(specialised),
      专精特新小巨人企业: yesNo(giant),
      单项冠军企业: yesNo(giant && random.chance(0.1)),
      国家级示范企业: yesNo(random.chance(0.03)),
      国家科技奖励: yesNo(random.chance(0.02)),
      省部级以上研发机构: yesNo(random.chance(highTech ? 0.12 : 0.02)),
      主导标准: yesNo(random.chance(highTech ? 0.1 : 0.03)),
      市级企业研发中心: yesNo(random.chance(highTech ? 0.25 : 0.05)),
      一类知识产权: `${rights} 项`,
      自主一类知识产权: `${own} 项`,
      高价值一类知识产权: `${Math.floor(own * random.next() * 0.6)} 项`,
      主导产品一类知识产权: `${Math.floor(own * random.next())} 项`,
      二类知识产权: `${random.integer(0, highTech ? 25 : 6)} 项`,
    },
  }
}
