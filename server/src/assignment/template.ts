import { type RoundKind, SIDE_NAMES } from '@kehui/domain/cases/assignment'
import { inLang, type Lang } from '@kehui/domain/shared'
import writeXlsxFile from 'write-excel-file/node'

const MEMBER = {
  zh: ['编号', '名称', '区县', '名额', '专业', '限区县', '意愿'],
  en: ['code', 'name', 'county', 'capacity', 'fields', 'only counties', 'wishes'],
}
const SCORE = {
  zh: ['甲方编号', '乙方编号', '评分', '甲方评分', '乙方评分'],
  en: ['left', 'right', 'score', 'left score', 'right score'],
}
const NOTES = {
  zh: [
    '前两张工作表各写一方；每行一个。编号不填时以名称为编号。',
    '名额：最多接几个，不填为 1，填 0 表示这一轮不参加。',
    '意愿：按先后写对方的编号，用“；”隔开；同样愿意的用“=”连起来，如 C1；C2=C3。也可以写分：C1:9；C2:5。不填表示谁都可以。',
    '填了意愿的，只与写到的人分配。限区县：只接受这些区县的对方，用“、”隔开；区县写法须前后一致。',
    '评分表可以不填；一行一对，双方同一分写“评分”，不同写后两列。本页“填写说明”可以保留，不会读取。',
  ],
  en: [
    'The first two sheets have one side each, a row for each member. Where there is no code the name is it.',
    'capacity: how many it takes; 1 where it is empty, 0 for nobody in this round.',
    'wishes: codes of the other side in order, with “;” between them; “=” between those that are as good: C1; C2=C3. Or with scores: C1:9; C2:5. Empty: anybody.',
    'Whoever gave wishes is brought together with nobody else. only counties: the counties it goes to or takes from; write them the same way everywhere.',
    'The sheet of scores can stay empty: a row for each pair, one score for both or one for each. This sheet is not read.',
  ],
}
const EXAMPLES = {
  left: [
    ['T1', '林晓（示例）', '东湖区', '2', '茶叶、植保', '', 'C1；C2=C3'],
    ['T2', '周宁（示例）', '西岭县', '1', '水产', '西岭县', ''],
  ],
  right: [
    ['C1', '上河村（示例）', '东湖区', '1', '茶叶', '', 'T1'],
    ['C2', '下河村（示例）', '东湖区', '1', '植保', '', ''],
    ['C3', '鱼塘村（示例）', '西岭县', '1', '水产', '', ''],
  ],
}

/** A workbook to fill in, with examples to write over and the notes on a sheet that is not read. */
export async function templateFile(kind: RoundKind, lang: Lang): Promise<Buffer> {
  const cell = (value: string) => ({ value, type: String })
  const head = (titles: readonly string[]) =>
    titles.map((value) => ({ ...cell(value), fontWeight: 'bold' as const }))
  const widths = [10, 22, 14, 8, 22, 18, 30].map((width) => ({ width }))
  const { left, right } = SIDE_NAMES[kind]
  const sheets = [
    { sheet: inLang(left, lang), data: [head(MEMBER[lang]), ...EXAMPLES.left.map((row) => row.map(cell))] },
    { sheet: inLang(right, lang), data: [head(MEMBER[lang]), ...EXAMPLES.right.map((row) => row.map(cell))] },
    { sheet: lang === 'zh' ? '评分' : 'scores', data: [head(SCORE[lang])] },
    { sheet: lang === 'zh' ? '填写说明' : 'Notes', data: NOTES[lang].map((note) => [cell(note)]) },
  ]
  return writeXlsxFile(
    sheets.map((one, i) => ({
      ...one,
      columns: i === 3 ? [{ width: 110 }] : widths,
      ...(i === 3 ? {} : { stickyRowsCount: 1 }),
    })),
  ).toBuffer()
}
