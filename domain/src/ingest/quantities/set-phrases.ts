/** Numerals that count nothing: names of programmes, campaigns and economics that everybody writes so. */
const PHRASES =
  /^(?:三次产业|[二三四]次元|四个(?:意识|自信|全面)|两个(?:维护|确立|毫不动摇|一百年|健康|大局|结合|文明|市场)|三个(?:代表|务必)|[六五]个(?:必须|坚持)|[三五]位一体|八项规定|四大(?:名著|发明)|五大发展理念|十大关系|三大(?:攻坚战|改造)|两个先行|一个中国|三件套|百家(?:争鸣|姓)|千家万户)/
const CONGRESS =
  /^(?:十[一二三四五六七八九]|二十)大(?:精神|报告|以来|召开|胜利|代表|战略|部署|作出|$|[，。、；和])/

export function isSetPhrase(text: string, at: number, length: number): boolean {
  const here = text.slice(at, at + 12)
  if (PHRASES.test(here)) return true
  if (CONGRESS.test(here)) return true
  // 党的二十大 however it goes on.
  return text[at + length] === '大' && /(?:党的|中共|我党)$/.test(text.slice(Math.max(0, at - 3), at))
}
