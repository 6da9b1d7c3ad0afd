import type { StoredDigest } from './store.js'

const FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '等线', cs: 'Arial' }
/** Half points. */
const SIZE = 22
const HEADING = { bold: true, size: 26, font: FONT } as const

type Statement = StoredDigest['content']['sections'][number]['statements'][number]

/**
 * A digest as a Word file: sections, statements, and for each a footnote with its sources and the sentences of the
 * reports (`quotes`, by figure); the list of sources at the end. What was left out is not in it.
 */
export async function digestDocx(
  { title, content }: StoredDigest,
  quotes: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } = await import('docx')
  const sections = included(content.sections)
  const numbers = numbersOf(sections)
  const notes = sections.flatMap(({ statements }) => statements.filter(({ sources }) => sources.length > 0))
  const noteNumber = new Map(notes.map((statement, i) => [statement, i + 1]))
  const heading = (text: string) =>
    new Paragraph({
      heading: 'Heading1',
      spacing: { before: 280, after: 120 },
      children: [new TextRun({ text, ...HEADING })],
    })
  const sourceText = (n: number) => {
    const { file, article } = content.sources.find((one) => one.n === n) ?? { file: '', article: null }
    return `〔${numbers.get(n)}〕${article === null ? file : `${file}：${article}`}`
  }
  const statementOf = (statement: Statement) => {
    const note = noteNumber.get(statement)
    return new Paragraph({
      spacing: { after: 100 },
      children: [
        new TextRun(statement.text),
        ...(note === undefined ? [] : [new FootnoteReferenceRun(note)]),
      ],
    })
  }
  const noteOf = (statement: Statement) => {
    const said = [...new Set(statement.facts.flatMap((fact) => quotes.get(fact) ?? []))]
    const text = `${statement.sources.map(sourceText).join('；')}${said.map((one) => `“${one}”`).join('')}`
    return { children: [new Paragraph({ children: [new TextRun(text)] })] }
  }
  const document = new Document({
    title,
    creator: '科惠',
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    footnotes: Object.fromEntries(notes.map((statement, i) => [i + 1, noteOf(statement)])),
    sections: [
      {
        children: [
          new Paragraph({
            heading: 'Title',
            spacing: { after: 240 },
            children: [new TextRun({ text: title, bold: true, size: 36, font: FONT })],
          }),
          ...sections.flatMap((section) => [
            heading(section.heading),
            ...section.statements.map(statementOf),
          ]),
          heading('出处'),
          ...[...numbers.keys()].map((n) => new Paragraph({ children: [new TextRun(sourceText(n))] })),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function included(sections: StoredDigest['content']['sections']): StoredDigest['content']['sections'] {
  return sections
    .map((section) => ({ ...section, statements: section.statements.filter(({ out }) => !out) }))
    .filter(({ statements }) => statements.length > 0)
}

/** Sources in the order in which the file cites them. */
function numbersOf(sections: StoredDigest['content']['sections']): Map<number, number> {
  const cited = sections.flatMap(({ statements }) => statements.flatMap(({ sources }) => sources))
  return new Map([...new Set(cited)].map((n, i) => [n, i + 1]))
}
