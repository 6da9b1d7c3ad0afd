import { ENTERPRISE_STATUS, INDUSTRIES } from '../codes/index.js'
import { choice, date, identifier, list, longText, money, place, quantity, text } from '../fields/index.js'
import { kind } from './kind.js'

export const enterprise = kind(
  'enterprise',
  '企业',
  'Enterprise',
  { audience: true, code: 'creditCode', place: 'place', sameByName: true },
  [
    text('name', '名称', 'Name', {
      headers: ['企业名称', '单位名称', '公司名称', '企业全称', '公司全称', 'full', 'company'],
      required: true,
      weight: 5,
      longest: 200,
    }),
    identifier('creditCode', '统一社会信用代码', 'Unified social credit code', 'credit-code', {
      headers: [
        '社会统一信用代码',
        '统一信用代码',
        '信用代码',
        '社会信用代码',
        '纳税人识别号',
        '税号',
        'uscc',
      ],
      weight: 5,
    }),
    list('shortNames', '简称', 'Short names', {
      headers: ['企业简称', '证券简称', '曾用名', 'short'],
      weight: 1,
    }),
    identifier('stockCode', '证券代码', 'Stock code', 'stock-code', { headers: ['股票代码'], weight: 0 }),
    text('exchange', '上市地', 'Exchange', { headers: ['交易所', '证券交易所'], weight: 0 }),
    date('listedOn', '上市日期', 'Listed on', { headers: ['上市时间', 'listed'], weight: 0 }),
    place('place', '注册地', 'Registered in', {
      headers: ['所在地', '所属区县', '区县', '注册地区', '行政区划', 'district'],
      weight: 4,
      fact: '注册地',
    }),
    text('address', '注册地址', 'Registered address', { headers: ['地址', '住所', '经营地址'] }),
    choice('industry', '行业', 'Industry', INDUSTRIES, {
      headers: ['行业代码', '行业门类', '行业大类', '所属行业', '国民经济行业'],
      weight: 3,
      fact: '行业门类',
    }),
    date('registeredOn', '注册日期', 'Registered on', {
      headers: ['成立日期', '成立时间', '注册时间', 'founded'],
      weight: 3,
      fact: '注册日期',
    }),
    money('registeredCapital', '注册资本', 'Registered capital', { headers: ['注册资金'], weight: 1 }),
    choice('status', '登记状态', 'State in the register', ENTERPRISE_STATUS, {
      headers: ['企业状态', '经营状态'],
      weight: 2,
    }),
    quantity('staff', '职工总数', 'Staff', '人', {
      headers: ['职工人数', '员工人数', '从业人数', '从业人员', '参保人数'],
      weight: 3,
      fact: '职工总数',
    }),
    longText('scope', '经营范围', 'Scope of business', { weight: 1 }),
    list('products', '主要产品', 'Main products', { headers: ['主营产品', '产品'], weight: 2 }),
    text('legalPerson', '法定代表人', 'Legal representative', {
      headers: ['法人', '法人代表'],
      visibility: 'staff',
    }),
    text('contact', '联系人', 'Contact', { visibility: 'personal', weight: 1 }),
    text('telephone', '联系电话', 'Telephone', {
      headers: ['电话', '手机'],
      visibility: 'personal',
      weight: 1,
    }),
  ],
)
