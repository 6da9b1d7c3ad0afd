import type { StoredDigest } from './store.js'

const FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '等线', cs: 'Arial' }
/** Half points. */
const SIZE = 22

/** A digest as a Word file: sections, statements with footnotes, and the list of sources. */
export async function digestDocx({ title, content }: StoredDigest): Promise<Uint8Array> {
  const { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } = await import('docx')
  const named = new Map(
    content.sources.map(({ n, file, article }) => [n, article === null ? file : `${file}：${article}`]),
  )
  const document = new Document({
    title,
    creator: '科惠',
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    footnotes: Object.fromEntries(
      [...named].map(([n, text]) => [n, { children: [new Paragraph({ children: [new TextRun(text)] })] }]),
    ),
    sections: [
      {
        children: [
          new Paragraph({
            heading: 'Title',
            spacing: { after: 240 },
            children: [new TextRun({ text: title, bold: true, size: 36, font: FONT })],
          }),
          ...content.sections.flatMap(({ heading, statements }) => [
            new Paragraph({
              heading: 'Heading1',
              spacing: { before: 280, after: 120 },
              children: [new TextRun({ text: heading, bold: true, size: 26, font: FONT })],
            }),
            ...statements.map(
              ({ text, sources }) =>
                new Paragraph({
                  spacing: { after: 100 },
                  children: [
                    new TextRun(text),
                    ...sources.filter((n) => named.has(n)).map((n) => new FootnoteReferenceRun(n)),
                  ],
                }),
            ),
          ]),
          new Paragraph({
            heading: 'Heading1',
            spacing: { before: 320, after: 120 },
            children: [new TextRun({ text: '出处', bold: true, size: 26, font: FONT })],
          }),
          ...[...named].map(([n, text]) => new Paragraph({ children: [new TextRun(`〔${n}〕${text}`)] })),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
