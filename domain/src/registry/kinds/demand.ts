import { TECHNOLOGY_READINESS } from '../codes/index.js'
import { choice, date, identifier, list, longText, money, place, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const demand = kind(
  'demand',
  '需求',
  'Demand',
  { code: 'number', place: 'place', freshForMonths: 12 },
  [
    text('name', '需求名称', 'Title', {
      headers: ['名称', '需求标题', '技术需求名称'],
      required: true,
      weight: 5,
      longest: 400,
    }),
    identifier('number', '需求编号', 'Number', 'own-code', { headers: ['编号'], weight: 1 }),
    reference('company', '需求单位', 'Asked by', 'enterprise', {
      headers: ['企业名称', '单位名称'],
      weight: 5,
    }),
    longText('description', '需求描述', 'Description', { headers: ['需求内容', '技术难题'], weight: 5 }),
    list('keywords', '关键词', 'Keywords', { weight: 3 }),
    list('fields', '技术领域', 'Fields', { headers: ['所属领域', '领域'], weight: 4 }),
    choice('readiness', '期望成熟度', 'Readiness wanted', TECHNOLOGY_READINESS, { weight: 1 }),
    money('budget', '意向投入', 'Budget', { headers: ['拟投入资金', '预算'], weight: 4 }),
    date('postedOn', '发布日期', 'Posted on', { headers: ['提出时间'], weight: 2 }),
    date('until', '截止日期', 'Until', { headers: ['有效期至'], weight: 2 }),
    place('place', '所在地', 'Place', { headers: ['地区'], weight: 2 }),
    text('contact', '联系人', 'Contact', { visibility: 'personal' }),
    text('telephone', '联系电话', 'Telephone', {
      headers: ['电话', '手机'],
      visibility: 'personal',
      weight: 2,
    }),
  ],
)
