import { date, identifier, list, longText, money, place, reference, text, yesNo } from '../fields/index.js'
import { kind } from './kind.js'

/** Instruments and other equipment that can be shared. */
export const facility = kind('facility', '仪器设施', 'Facility', { code: 'number', place: 'place' }, [
  text('name', '设备名称', 'Name', { headers: ['仪器名称', '名称', '设施名称'], required: true, weight: 5 }),
  identifier('number', '设备编号', 'Number', 'own-code', { headers: ['仪器编号', '编号'], weight: 3 }),
  text('model', '型号', 'Model', { headers: ['规格型号'], weight: 2 }),
  reference('owner', '所属单位', 'Owner', 'institution', { headers: ['单位', '管理单位'], weight: 5 }),
  place('place', '所在地', 'Place', { headers: ['地区', '安放地点'], weight: 3 }),
  list('uses', '用途', 'Uses', { headers: ['功能', '服务内容'], weight: 4 }),
  money('value', '原值', 'Value', { headers: ['设备原值'], weight: 1 }),
  date('boughtOn', '购置日期', 'Bought on', { weight: 1 }),
  yesNo('shared', '对外共享', 'Shared', { headers: ['是否共享', '开放共享'], weight: 3 }),
  longText('fees', '收费标准', 'Fees', { weight: 1 }),
  text('telephone', '联系电话', 'Telephone', { headers: ['电话'], visibility: 'staff', weight: 2 }),
])
