import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

const NO_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'svg',
  'select',
  'button',
  'iframe',
  'object',
  'footer',
])
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark o:p q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The text of a page: a line a block, as a reader sees it. */
export function htmlText(html: string): string {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const text = line.replaceAll(/[\s\u00a0]+/g, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  // Pages nest deeper than the stack is: the nodes that wait are held here.
  const waiting: (Node | 'end')[] = [...parse(html).childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === 'end') end()
    else if (node.nodeName === '#text') line += (node as DefaultTreeAdapterTypes.TextNode).value
    else if (node.nodeName === 'br') end()
    else if ('childNodes' in node && !NO_TEXT.has(node.nodeName)) {
      const block = !INLINE.has(node.nodeName)
      if (block) {
        end()
        waiting.push('end')
      }
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
        const child = node.childNodes[i]
        if (child) waiting.push(child)
      }
    }
  }
  end()
  return `${lines.join('\n\n')}\n`
}
