import type { Block, ReportDocument } from './document.js'

/** The report as lines for a terminal or a mail: headings underlined, cells of a table one behind the other. */
export function reportText({ company, title, facts, blocks, note, footer }: ReportDocument): string {
  const head = facts.map(([name, value]) => (value === '' ? name : `${name}　${value}`))
  const lines = [company, title, '', ...head, ...blocks.flatMap(linesOf), '', note, '', footer]
  return `${lines.join('\n')}\n`
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', block.text, '='.repeat(2 * [...block.text].length)]
    case 'subheading':
      return ['', block.text, '-'.repeat(2 * [...block.text].length)]
    case 'text':
      return [block.text]
    case 'table':
      return [block.head, ...block.rows].map((row) => row.filter((cell) => cell !== '').join(' | '))
  }
}
