import { TECHNOLOGY_READINESS } from '../codes/index.js'
import { choice, date, identifier, list, longText, money, place, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const achievement = kind(
  'achievement',
  '科技成果',
  'Achievement',
  { code: 'number', place: 'place' },
  [
    text('name', '成果名称', 'Title', {
      headers: ['名称', '题名', '标题', '论文题目', 'title'],
      required: true,
      weight: 5,
      longest: 400,
    }),
    identifier('number', '登记号', 'Registration number', 'own-code', {
      headers: ['成果登记号', '成果编号'],
      weight: 2,
    }),
    longText('abstract', '摘要', 'Abstract', { headers: ['成果简介', '简介', '内容摘要'], weight: 5 }),
    list('keywords', '关键词', 'Keywords', { weight: 4 }),
    text('discipline', '学科', 'Discipline', { headers: ['学科分类', '技术领域'], weight: 3 }),
    list('authors', '完成人', 'Authors', { headers: ['发明人', '作者', '第一完成人'], weight: 3 }),
    reference('institution', '完成单位', 'Institution', 'institution', {
      headers: ['第一完成单位', '单位'],
      weight: 4,
    }),
    choice('readiness', '技术成熟度', 'Readiness', TECHNOLOGY_READINESS, {
      headers: ['成熟度', 'TRL'],
      weight: 3,
    }),
    date('completedOn', '完成日期', 'Completed on', { headers: ['登记日期', '完成时间'], weight: 2 }),
    list('uses', '应用领域', 'Uses', { headers: ['应用行业'], weight: 3 }),
    text('transferMode', '转化方式', 'Mode of transfer', { headers: ['合作方式'], weight: 2 }),
    money('price', '意向价格', 'Asking price', { headers: ['转让价格'], weight: 1 }),
    place('place', '所在地', 'Place', { headers: ['地区'], weight: 1 }),
  ],
)
