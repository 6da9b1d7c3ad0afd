import { date, identifier, list, longText, place, quantity, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const event = kind('event', '活动', 'Event', { code: 'number', place: 'place', freshForMonths: 120 }, [
  text('name', '活动名称', 'Title', {
    headers: ['名称', '活动主题'],
    required: true,
    weight: 5,
    longest: 400,
  }),
  identifier('number', '活动编号', 'Number', 'own-code', { headers: ['编号'], weight: 1 }),
  text('type', '活动类型', 'Kind', { headers: ['类型'], weight: 3 }),
  date('heldOn', '举办日期', 'Held on', { headers: ['日期', '活动时间'], weight: 5 }),
  place('place', '举办地', 'Place', { headers: ['地点', '地区'], weight: 3 }),
  reference('organiser', '主办单位', 'Organiser', 'institution', { headers: ['承办单位'], weight: 3 }),
  list('topics', '主题领域', 'Topics', { headers: ['领域'], weight: 2 }),
  quantity('participants', '参加人数', 'Participants', '人', { headers: ['人数'], weight: 2 }),
  longText('outcome', '活动成效', 'Outcome', { headers: ['成效'], weight: 2 }),
])
