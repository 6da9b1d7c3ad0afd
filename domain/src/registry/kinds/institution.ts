import { INSTITUTION_TYPES } from '../codes/index.js'
import { choice, identifier, list, longText, place, text } from '../fields/index.js'
import { kind } from './kind.js'

export const institution = kind(
  'institution',
  '机构',
  'Institution',
  { audience: true, code: 'creditCode', place: 'place', sameByName: true },
  [
    text('name', '名称', 'Name', {
      headers: ['机构名称', '单位名称', '高校名称', '院所名称'],
      required: true,
      weight: 5,
      longest: 200,
    }),
    identifier('creditCode', '统一社会信用代码', 'Unified social credit code', 'credit-code', {
      headers: ['信用代码', '社会信用代码'],
      weight: 4,
    }),
    choice('type', '机构类型', 'Kind', INSTITUTION_TYPES, { headers: ['类型', '单位性质'], weight: 3 }),
    list('shortNames', '简称', 'Short names'),
    place('place', '所在地', 'Place', { headers: ['注册地', '地区'], weight: 3, fact: '注册地' }),
    list('disciplines', '优势学科', 'Disciplines', { headers: ['学科'], weight: 2 }),
    longText('introduction', '简介', 'Introduction'),
    text('telephone', '联系电话', 'Telephone', { headers: ['电话'], visibility: 'staff', weight: 2 }),
  ],
)
