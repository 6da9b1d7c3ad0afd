import { LEVELS } from '../codes/index.js'
import { choice, date, identifier, longText, place, text } from '../fields/index.js'
import { kind } from './kind.js'

/** Documents of policy; what they promise is written as programmes in packs. */
export const policy = kind('policy', '政策文件', 'Policy document', { code: 'number', place: 'place' }, [
  text('name', '标题', 'Title', {
    headers: ['文件名称', '政策名称', '名称', 'title'],
    required: true,
    weight: 5,
    longest: 400,
  }),
  identifier('number', '文号', 'Document number', 'own-code', {
    headers: ['发文字号', '文件编号'],
    weight: 4,
  }),
  text('issuer', '发文机关', 'Issuer', { headers: ['发布机构', '发文单位'], weight: 4 }),
  choice('level', '层级', 'Level', LEVELS, { headers: ['级别'], weight: 2 }),
  place('place', '适用地区', 'Applies in', { headers: ['地区'], weight: 3 }),
  date('issuedOn', '成文日期', 'Issued on', { headers: ['发布日期', '发文日期'], weight: 3 }),
  date('validFrom', '施行日期', 'In force from', { headers: ['生效日期'], weight: 2 }),
  date('validTo', '有效期至', 'In force until', { headers: ['失效日期'], weight: 2 }),
  text('link', '链接', 'Link', { headers: ['网址', 'url'], weight: 2 }),
  longText('body', '正文', 'Text', { headers: ['内容'], weight: 2 }),
])
