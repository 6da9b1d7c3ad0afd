import { list, place, quantity, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const commissioner = kind(
  'commissioner',
  '科技特派员',
  'Technology commissioner',
  { audience: true, place: 'place', personal: true },
  [
    text('name', '姓名', 'Name', {
      headers: ['特派员姓名', '特派员'],
      required: true,
      weight: 5,
      longest: 100,
    }),
    reference('institution', '派出单位', 'Sent by', 'institution', {
      headers: ['单位', '工作单位'],
      weight: 4,
    }),
    text('rank', '职称', 'Professional title', { weight: 2 }),
    list('disciplines', '专业', 'Fields', { headers: ['学科', '服务领域'], weight: 4 }),
    place('place', '服务地', 'Serves in', { headers: ['服务区县', '派驻地'], weight: 3 }),
    quantity('capacity', '可服务村数', 'Villages it can serve', '村', { weight: 1 }),
    text('telephone', '联系电话', 'Telephone', {
      headers: ['电话', '手机'],
      visibility: 'personal',
      weight: 2,
    }),
  ],
)
