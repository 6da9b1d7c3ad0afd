import { STYLES, type Style } from '@kehui/domain/packs/self-assessment'
import { MAIN, XML } from './xml.js'

/** The fonts that desktops in China have; where they are missing the program chooses one. */
const FONT = '宋体'

interface Look {
  readonly font?: 'title' | 'bold' | 'muted' | 'section'
  readonly fill?: 'input' | 'head' | 'section' | 'total'
  readonly format?: 'percent' | 'money' | 'date'
  readonly align?: 'left' | 'center' | 'right'
  readonly bordered?: boolean
  readonly open?: boolean
}

const LOOKS: Readonly<Record<Style, Look>> = {
  plain: { align: 'left' },
  title: { font: 'title', align: 'center' },
  note: { font: 'muted', align: 'left' },
  head: { font: 'bold', fill: 'head', align: 'center', bordered: true },
  section: { font: 'section', fill: 'section', align: 'left', bordered: true },
  label: { align: 'left', bordered: true },
  group: { font: 'bold', align: 'left', bordered: true },
  text: { align: 'left', bordered: true },
  input: { fill: 'input', align: 'right', bordered: true, open: true },
  'money-input': { fill: 'input', format: 'money', align: 'right', bordered: true, open: true },
  'date-input': { fill: 'input', format: 'date', align: 'right', bordered: true, open: true },
  number: { align: 'right', bordered: true },
  percent: { format: 'percent', align: 'right', bordered: true },
  money: { format: 'money', align: 'right', bordered: true },
  date: { format: 'date', align: 'right', bordered: true },
  verdict: { align: 'center', bordered: true },
  points: { font: 'bold', align: 'center', bordered: true },
  total: { font: 'bold', fill: 'total', align: 'center', bordered: true },
  line: { align: 'left' },
  code: { font: 'muted', align: 'left' },
}

const FONTS = ['plain', 'title', 'bold', 'muted', 'section'] as const
const FILLS = { input: 'FFFFF6D6', head: 'FFE3ECF3', section: 'FFF1F5F8', total: 'FFF7F9FB' } as const
const FORMATS = { percent: '0.00%', money: '#,##0.00', date: 'yyyy-mm-dd' } as const

/** What `s=` of a cell names: a style, and how far its text is indented. */
const INDENTS = 6

export function styleIndex(style: Style, indent = 0): number {
  return STYLES.indexOf(style) * INDENTS + Math.min(indent, INDENTS - 1)
}

export function stylesXml(): string {
  const fills = Object.values(FILLS)
    .map(
      (rgb) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
    )
    .join('')
  const formats = Object.values(FORMATS)
    .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
    .join('')
  const edge = (side: string) => `<${side} style="thin"><color rgb="FFB8C4CE"/></${side}>`
  const xfs = STYLES.flatMap((style) =>
    Array.from({ length: INDENTS }, (_, indent) => xf(LOOKS[style], indent)),
  )
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3">${formats}</numFmts>${fonts()}<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function fonts(): string {
  const font = (size: number, more = '', color = 'FF15222E') =>
    `<font>${more}<sz val="${size}"/><color rgb="${color}"/><name val="${FONT}"/></font>`
  const looks = {
    plain: font(10),
    title: font(16, '<b/>'),
    bold: font(10, '<b/>'),
    muted: font(9, '', 'FF50606F'),
    section: font(11, '<b/>'),
  }
  return `<fonts count="${FONTS.length}">${FONTS.map((name) => looks[name]).join('')}</fonts>`
}

function xf(
  { font, fill, format, align = 'left', bordered = false, open = false }: Look,
  indent: number,
): string {
  const fontId = font ? FONTS.indexOf(font) : 0
  const fillId = fill ? Object.keys(FILLS).indexOf(fill) + 2 : 0
  const numFmtId = format ? 164 + Object.keys(FORMATS).indexOf(format) : 0
  const inset = align === 'left' && indent > 0 ? ` indent="${indent}"` : ''
  return `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${bordered ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="${align}" vertical="center" wrapText="1"${inset}/><protection locked="${open ? 0 : 1}"/></xf>`
}
