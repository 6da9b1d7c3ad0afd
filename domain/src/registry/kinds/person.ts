import { identifier, list, longText, place, quantity, reference, text, yesNo } from '../fields/index.js'
import { kind } from './kind.js'

/** Experts and other persons whom the bureau works with. */
export const person = kind(
  'person',
  '专家',
  'Expert',
  { audience: true, code: 'orcid', place: 'place', personal: true },
  [
    text('name', '姓名', 'Name', { headers: ['专家姓名', '专家'], required: true, weight: 5, longest: 100 }),
    identifier('orcid', 'ORCID', 'ORCID iD', 'orcid', { headers: ['orcid', 'ORCID号'], weight: 1 }),
    reference('institution', '单位', 'Institution', 'institution', {
      headers: ['工作单位', '所在单位', '所属单位'],
      weight: 4,
    }),
    text('position', '职务', 'Position', { weight: 1 }),
    text('rank', '职称', 'Professional title', { headers: ['专业技术职务'], weight: 2 }),
    list('disciplines', '学科', 'Disciplines', { headers: ['学科领域', '专业', '研究领域'], weight: 4 }),
    list('keywords', '研究方向', 'Research interests', { headers: ['关键词', '专长'], weight: 4 }),
    list('honours', '人才称号', 'Honours', { headers: ['荣誉', '人才计划'] }),
    longText('introduction', '简介', 'Introduction', { headers: ['个人简介'], weight: 2 }),
    place('place', '所在地', 'Place', { headers: ['地区', '所在地区'], weight: 2 }),
    quantity('capacity', '每年可服务', 'Services a year', '次', { weight: 1 }),
    yesNo('available', '可参与服务', 'Available', { weight: 1 }),
    text('telephone', '联系电话', 'Telephone', {
      headers: ['电话', '手机'],
      visibility: 'personal',
      weight: 2,
    }),
    text('email', '邮箱', 'E-mail', { headers: ['电子邮箱', 'mail'], visibility: 'personal' }),
  ],
)
