import { LEVELS, PLATFORM_TYPES } from '../codes/index.js'
import { choice, date, list, longText, place, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const platform = kind('platform', '平台载体', 'Platform', { place: 'place', sameByName: true }, [
  text('name', '名称', 'Name', {
    headers: ['平台名称', '载体名称', '实验室名称'],
    required: true,
    weight: 5,
    longest: 200,
  }),
  choice('type', '类型', 'Kind', PLATFORM_TYPES, { headers: ['平台类型', '载体类型'], weight: 4 }),
  choice('level', '级别', 'Level', LEVELS, { headers: ['平台级别'], weight: 3 }),
  reference('host', '依托单位', 'Hosted by', 'institution', { headers: ['建设单位', '承担单位'], weight: 4 }),
  list('fields', '领域', 'Fields', { headers: ['研究方向', '服务领域'], weight: 3 }),
  date('foundedOn', '成立日期', 'Founded on', { headers: ['批准时间', '认定日期'], weight: 2 }),
  place('place', '所在地', 'Place', { headers: ['地区'], weight: 3 }),
  longText('services', '服务内容', 'Services', { weight: 2 }),
  text('telephone', '联系电话', 'Telephone', { headers: ['电话'], visibility: 'staff', weight: 1 }),
])
