import { CONTRACT_TYPES } from '../codes/index.js'
import { choice, date, identifier, list, money, place, reference, text, yesNo } from '../fields/index.js'
import { kind } from './kind.js'

/** As records of packs have them: what a contract is to its seller and to its buyer. */
const CELLS = {
  合同类型: {
    field: 'type',
    codes: { development: '开发', transfer: '转让', licence: '许可', consulting: '咨询', service: '服务' },
  },
  登记日期: 'registeredOn',
  成交额: 'amount',
  技术交易额: 'technologyAmount',
  到账额: 'received',
  到账日期: 'receivedOn',
  让与方所在地: 'sellerPlace',
  受让方所在地: 'buyerPlace',
  受让方为企业: 'buyerIsCompany',
}

/** Technology contracts as they are registered: both parties, and where they were at registration. */
export const contract = kind(
  'contract',
  '技术合同',
  'Technology contract',
  {
    audience: true,
    code: 'number',
    feeds: [
      { party: 'seller', as: 'record', record: '技术合同', cells: CELLS },
      { party: 'buyer', as: 'record', record: '受让技术合同', cells: CELLS },
    ],
  },
  [
    text('name', '合同名称', 'Title', {
      headers: ['项目名称', '名称'],
      required: true,
      weight: 5,
      longest: 400,
    }),
    identifier('number', '合同登记号', 'Registration number', 'own-code', {
      headers: ['合同编号', '登记编号', '登记号'],
      weight: 5,
    }),
    choice('type', '合同类别', 'Kind', CONTRACT_TYPES, { headers: ['合同类型'], weight: 4 }),
    reference('seller', '卖方', 'Seller', 'institution', {
      headers: ['卖方名称', '让与人', '受托方', '转让方'],
      weight: 5,
    }),
    place('sellerPlace', '卖方所在地', 'Seller in', { headers: ['卖方地区'], weight: 2 }),
    reference('buyer', '买方', 'Buyer', 'enterprise', {
      headers: ['买方名称', '受让人', '委托方', '受让方'],
      weight: 5,
    }),
    place('buyerPlace', '买方所在地', 'Buyer in', { headers: ['买方地区', '受让方所在地'], weight: 2 }),
    date('signedOn', '签订日期', 'Signed on', { headers: ['签订时间'], weight: 2 }),
    date('registeredOn', '登记日期', 'Registered on', {
      headers: ['认定登记日期', '登记时间'],
      weight: 4,
      fact: '登记日期',
    }),
    money('amount', '成交额', 'Amount', { headers: ['合同成交额', '合同金额'], weight: 5, fact: '成交额' }),
    money('technologyAmount', '技术交易额', 'Technology amount', { weight: 4, fact: '技术交易额' }),
    money('received', '到账额', 'Received', { headers: ['到账金额', '实际到账'], weight: 3, fact: '到账额' }),
    date('receivedOn', '到账日期', 'Received on', { headers: ['到账时间'], weight: 1 }),
    yesNo('buyerIsCompany', '受让方为企业', 'Buyer is a company', { headers: ['买方为企业'], weight: 1 }),
    list('fields', '技术领域', 'Fields', { weight: 1 }),
  ],
)
