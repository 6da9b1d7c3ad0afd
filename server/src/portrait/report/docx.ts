import type { Paragraph as ParagraphType, Table as TableType } from 'docx'
import type { Block, ReportDocument } from './document.js'

type Docx = typeof import('docx')

/** Widths are in twentieths of a point: the text of an A4 page is this wide. */
const TEXT_WIDTH = 9600
const MARGIN = 1000
/** Half points. */
const SIZE = 21
const FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '等线', cs: 'Arial' }

/** The report as a Word file. The library is loaded with the first that is asked for. */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, Packer } = docx
  const document = new Document({
    title: `${report.title} ${report.company}`,
    creator: '科惠',
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: 1150, right: 1150 },
          },
        },
        footers: { default: footer(docx, report) },
        children: [
          ...head(docx, report),
          ...report.blocks.flatMap((block) => blockOf(docx, block)),
          note(docx, report),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function head({ Paragraph, TextRun }: Docx, { title, company, facts }: ReportDocument): ParagraphType[] {
  return [
    new Paragraph({
      heading: 'Title',
      children: [new TextRun({ text: company, bold: true, size: 40, color: '0F3D63', font: FONT })],
    }),
    new Paragraph({
      spacing: { after: 160 },
      children: [new TextRun({ text: title, size: 28, color: '50606F' })],
    }),
    ...facts.map(
      ([name, value]) =>
        new Paragraph({
          children: [new TextRun({ text: `${name}　`, color: '50606F' }), new TextRun(value)],
        }),
    ),
  ]
}

function blockOf(docx: Docx, block: Block): (ParagraphType | TableType)[] {
  const { Paragraph, TextRun } = docx
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: 'Heading1',
          spacing: { before: 320, after: 120 },
          children: [new TextRun({ text: block.text, bold: true, size: 26, color: '0F3D63', font: FONT })],
        }),
      ]
    case 'subheading':
      return [
        new Paragraph({
          heading: 'Heading2',
          spacing: { before: 200, after: 80 },
          children: [new TextRun({ text: block.text, bold: true, size: 22, color: '15222E', font: FONT })],
        }),
      ]
    case 'text':
      return [new Paragraph({ spacing: { after: 100 }, children: [new TextRun(block.text)] })]
    case 'table':
      return [tableOf(docx, block)]
  }
}

function tableOf(
  { Paragraph, Table, TableCell, TableRow, TextRun, WidthType }: Docx,
  { head: titles, rows, widths }: Extract<Block, { kind: 'table' }>,
): TableType {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.round((width / whole) * TEXT_WIDTH))
  const cell = (text: string, i: number, bold: boolean) =>
    new TableCell({
      width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(bold ? { shading: { fill: 'E9F1F8' } } : {}),
      children: [new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] })],
    })
  return new Table({
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: titles.map((title, i) => cell(title, i, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) }),
      ),
    ],
  })
}

function note({ Paragraph, TextRun }: Docx, report: ReportDocument): ParagraphType {
  return new Paragraph({
    spacing: { before: 320 },
    children: [new TextRun({ text: report.note, size: 17, color: '50606F' })],
  })
}

function footer({ Footer, PageNumber, Paragraph, TextRun }: Docx, { footer: text, page }: ReportDocument) {
  const parts = page.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part
  })
  return new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ text: `${text}　`, size: 16 }), new TextRun({ children: parts, size: 16 })],
      }),
    ],
  })
}
