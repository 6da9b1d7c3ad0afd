import { LEVELS } from '../codes/index.js'
import { choice, date, identifier, list, longText, money, place, reference, text } from '../fields/index.js'
import { type Feed, LEVELS_OF_PACKS } from './feed.js'
import { kind } from './kind.js'

const CARRIED_OUT: Feed = {
  party: 'holder',
  as: 'record',
  record: '科技项目',
  cells: {
    级别: { field: 'level', codes: LEVELS_OF_PACKS },
    财政资金: 'funding',
    开始日期: 'startsOn',
    结束日期: 'endsOn',
  },
}

export const project = kind(
  'project',
  '项目',
  'Project',
  { audience: true, code: 'number', place: 'place', feeds: [CARRIED_OUT] },
  [
    text('name', '项目名称', 'Title', {
      headers: ['名称', '课题名称'],
      required: true,
      weight: 5,
      longest: 400,
    }),
    identifier('number', '项目编号', 'Number', 'own-code', { headers: ['立项编号', '编号'], weight: 4 }),
    reference('holder', '承担单位', 'Carried out by', 'enterprise', {
      headers: ['项目单位', '牵头单位', '企业名称'],
      weight: 5,
    }),
    text('leader', '负责人', 'Leader', { headers: ['项目负责人'], visibility: 'staff', weight: 3 }),
    choice('level', '级别', 'Level', LEVELS, { headers: ['项目级别'], weight: 3 }),
    text('scheme', '计划类别', 'Scheme', { headers: ['项目类别'], weight: 2 }),
    list('fields', '技术领域', 'Fields', { weight: 2 }),
    money('funding', '财政资金', 'Public funding', { headers: ['支持金额', '立项金额'], weight: 3 }),
    date('startsOn', '开始日期', 'Starts on', { headers: ['立项日期', '起始时间'], weight: 3 }),
    date('endsOn', '结束日期', 'Ends on', { headers: ['终止时间'], weight: 2 }),
    place('place', '所在地', 'Place', { headers: ['地区'], weight: 1 }),
    longText('summary', '简介', 'Summary', { headers: ['项目简介'], weight: 2 }),
  ],
)
