import { codeList } from './code-list.js'

/** GB/T 22900-2009 and the scale of NASA before it. */
export const TECHNOLOGY_READINESS = codeList(
  'technology-readiness',
  { zh: '技术成熟度', en: 'Technology readiness level' },
  {
    '1': ['发现基本原理', 'Basic principles observed'],
    '2': ['形成技术方案', 'Technology concept formulated'],
    '3': ['方案通过验证', 'Concept proved by experiment'],
    '4': ['实验室环境验证', 'Validated in the laboratory'],
    '5': ['相关环境验证', 'Validated in a relevant environment'],
    '6': ['相关环境演示', 'Demonstrated in a relevant environment'],
    '7': ['实际环境原型演示', 'Prototype demonstrated in operation'],
    '8': ['系统完成并通过试验', 'System complete and qualified'],
    '9': ['系统成功应用', 'System proven in operation'],
  },
  { zh: 'GB/T 22900—2009', en: 'GB/T 22900-2009' },
)

const CLASSES = { zh: '高新技术企业认定管理工作指引（国科发火〔2016〕195 号）' }

/** Rights by what they protect; class I are those that the guide for high-tech enterprises counts most. */
export const INTELLECTUAL_PROPERTY = codeList(
  'intellectual-property',
  { zh: '知识产权类型', en: 'Kind of intellectual property' },
  {
    invention: ['发明专利', 'Invention patent'],
    'utility-model': ['实用新型', 'Utility model'],
    design: ['外观设计', 'Design'],
    software: ['软件著作权', 'Software copyright'],
    'plant-variety': ['植物新品种', 'New plant variety'],
    'crop-variety': ['国家级农作物品种', 'National crop variety'],
    'new-drug': ['国家新药', 'National new drug'],
    'chinese-medicine': ['国家一级中药保护品种', 'Protected Chinese medicine of class 1'],
    'circuit-layout': ['集成电路布图设计专有权', 'Integrated circuit layout'],
  },
  CLASSES,
)

const CLASS_TWO = new Set(['utility-model', 'design', 'software'])

/** 一类 or 二类知识产权 of the guide for high-tech enterprises. */
export function classOfRight(code: string): 1 | 2 {
  return CLASS_TWO.has(code) ? 2 : 1
}

export const LEGAL_STATUS = codeList(
  'legal-status',
  { zh: '法律状态', en: 'Legal status' },
  {
    applied: ['申请中', 'Applied for'],
    granted: ['授权', 'Granted'],
    lapsed: ['失效', 'Lapsed'],
    invalid: ['无效', 'Declared invalid'],
    transferred: ['转让', 'Transferred'],
  },
)

export const ENTERPRISE_STATUS = codeList(
  'enterprise-status',
  { zh: '登记状态', en: 'State in the register' },
  {
    active: ['存续', 'Active'],
    'in-business': ['在业', 'In business'],
    revoked: ['吊销', 'Licence revoked'],
    cancelled: ['注销', 'Deregistered'],
    'moved-out': ['迁出', 'Moved away'],
    suspended: ['停业', 'Suspended'],
  },
)

export const CONTRACT_TYPES = codeList(
  'contract-type',
  { zh: '技术合同类别', en: 'Kind of technology contract' },
  {
    development: ['技术开发', 'Development'],
    transfer: ['技术转让', 'Transfer'],
    licence: ['技术许可', 'Licence'],
    consulting: ['技术咨询', 'Consulting'],
    service: ['技术服务', 'Service'],
  },
  { zh: '技术合同认定登记管理办法' },
)

export const LEVELS = codeList(
  'level',
  { zh: '级别', en: 'Level' },
  {
    national: ['国家级', 'National'],
    provincial: ['省级', 'Provincial'],
    municipal: ['市级', 'Municipal'],
    district: ['区县级', 'District'],
  },
)

export const FINANCE_TYPES = codeList(
  'finance-type',
  { zh: '金融机构类型', en: 'Kind of financial institution' },
  {
    bank: ['银行', 'Bank'],
    fund: ['基金', 'Fund'],
    'venture-capital': ['创业投资机构', 'Venture capital firm'],
    guarantee: ['融资担保机构', 'Guarantee institution'],
    insurance: ['保险机构', 'Insurer'],
    leasing: ['融资租赁机构', 'Leasing company'],
    securities: ['证券机构', 'Securities firm'],
  },
)

export const INSTITUTION_TYPES = codeList(
  'institution-type',
  { zh: '机构类型', en: 'Kind of institution' },
  {
    university: ['高等院校', 'University'],
    institute: ['科研院所', 'Research institute'],
    hospital: ['医疗卫生机构', 'Hospital'],
    'new-rd': ['新型研发机构', 'New R&D institution'],
    service: ['科技服务机构', 'Technology service provider'],
    government: ['政府部门', 'Government department'],
    association: ['社会组织', 'Association'],
  },
)

export const PLATFORM_TYPES = codeList(
  'platform-type',
  { zh: '平台载体类型', en: 'Kind of platform or carrier' },
  {
    incubator: ['孵化器', 'Incubator'],
    'maker-space': ['众创空间', 'Maker space'],
    accelerator: ['加速器', 'Accelerator'],
    park: ['园区', 'Park'],
    laboratory: ['重点实验室', 'Key laboratory'],
    'engineering-centre': ['工程技术研究中心', 'Engineering research centre'],
    'pilot-test': ['中试平台', 'Pilot-test platform'],
    'technology-centre': ['企业技术中心', 'Enterprise technology centre'],
  },
)
