import { LEVELS } from '../codes/index.js'
import { choice, date, identifier, reference, text } from '../fields/index.js'
import type { Feed } from './feed.js'
import { kind } from './kind.js'

const HOLDS: Feed = {
  party: 'holder',
  as: 'title',
  name: 'name',
  from: 'issuedOn',
  until: 'endsOn',
  revoked: 'revokedOn',
  names: {
    高企: '高新技术企业',
    国家高新技术企业: '高新技术企业',
    国家级高新技术企业: '高新技术企业',
    科小: '科技型中小企业',
    国家科技型中小企业: '科技型中小企业',
    专精特新企业: '专精特新中小企业',
    省级专精特新中小企业: '专精特新中小企业',
    小巨人: '专精特新小巨人企业',
    小巨人企业: '专精特新小巨人企业',
    国家专精特新小巨人企业: '专精特新小巨人企业',
    '专精特新“小巨人”企业': '专精特新小巨人企业',
    '国家级专精特新“小巨人”企业': '专精特新小巨人企业',
    瞪羚: '瞪羚企业',
    独角兽: '独角兽企业',
  },
}

/** Titles that a company holds: high-tech enterprise, little giant … */
export const title = kind('title', '资质称号', 'Title held', { code: 'number', feeds: [HOLDS] }, [
  text('name', '称号', 'Title', { headers: ['资质名称', '称号名称', '荣誉名称'], required: true, weight: 5 }),
  identifier('number', '证书编号', 'Certificate number', 'own-code', {
    headers: ['证书号', '编号'],
    weight: 3,
  }),
  reference('holder', '持有单位', 'Held by', 'enterprise', { headers: ['企业名称', '单位名称'], weight: 5 }),
  choice('level', '级别', 'Level', LEVELS, { weight: 2 }),
  text('issuer', '认定机构', 'Issuer', { headers: ['发证机关', '认定单位'], weight: 2 }),
  date('issuedOn', '认定日期', 'Issued on', { headers: ['发证日期', '认定时间'], weight: 4 }),
  date('endsOn', '有效期至', 'Ends on', { headers: ['到期日期', '截止日期'], weight: 4 }),
  date('revokedOn', '撤销日期', 'Revoked on', { weight: 0 }),
])
