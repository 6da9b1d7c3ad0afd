/** An invented issue of an invented bulletin: a line a paragraph, as an editor would type it. */
export const ISSUE = `云南玉溪：“四个平台”助推科技企业成长 厚植创新沃土

今年以来，玉溪市科技局立足本地产业，推进科技企业梯度培育。2023年1-8月，全市技术合同成交额12.35亿元，同比增长41.2%；登记技术合同386项。

一是搭建孵化平台。全市建成科技企业孵化器17家，其中国家级3家、省级6家；在孵企业420余家，带动就业5100人。依托高校举办对接活动12场，促成签约项目25个，意向金额超3.6亿元。

二是强化要素保障。出台若干措施，每年安排不少于2000万元专项资金，对首次认定的高新技术企业给予最高20万元奖励。落实科技创新券补助资金418.5万元，惠及企业63家。

三是优化服务机制。选派45名科技特派员深入96个行政村，开展培训130期，培训农民1.2万人次。科技特派员总数居全省第3位。

甘肃：科技金融“组合拳”破解融资难题

2023年以来，甘肃省科技厅会同金融机构持续加大支持力度，推动“陇科贷”扩面增量。

完善风险分担。设立总规模10亿元的风险补偿资金池，合作银行达14家。

拓宽融资渠道。兰州市组织银企对接会9场，为78家企业授信5.2亿元；武威市引进基金2支，投资额1.1亿元。截至目前，全省科技贷款余额860亿元，占全部贷款的比重为6.4%。

海南儋州出台人才十条新政

近日，儋州市印发《人才引育若干措施》，从“引、育、留”三个方面发力。支持企业设立博士工作站，给予每家不超过100万元资助；三年内引进高层次人才300名以上。
`

export const RUNNING_HEAD = '《示例科技参考》  集萃示例情报  服务示例决策'

/** The issue as a page of text: wrapped, a blank line after every line, heads and numbers between pages. */
export function paged(text: string, width: number, linesAPage: number): string {
  const lines = text.split('\n').flatMap((paragraph) => wrapped(paragraph, width))
  const pages: string[] = []
  for (let at = 0; at < lines.length; at += linesAPage)
    pages.push(lines.slice(at, at + linesAPage).join('\n\n'))
  return pages
    .map((page, i) => `${page}\n\n \n\n\n\n          ${RUNNING_HEAD} \n\n \n\n${i + 1}\n\n`)
    .join('')
}

function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const c of paragraph) {
    const w = c.charCodeAt(0) > 0x2000 ? 2 : 1
    // No line begins with a mark that ends something.
    if (used + w > width && !/[，。；：、”）》]/.test(c)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += c
    used += w
  }
  if (line !== '') lines.push(line)
  return lines
}
