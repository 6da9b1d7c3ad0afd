import type { ChainPlan, PlannedProduct } from '../../registry/chain/plan.js'
import { closedCircles } from '../../registry/relations/cycles.js'
import { suggest } from '../../shared/suggest.js'
import type { Fields, Reader, YamlNode } from '../reader.js'

const ID = /^[a-z][a-z0-9-]*$/

interface Named {
  readonly product: PlannedProduct
  readonly node: YamlNode
}

/** Reads `chains.yaml`: the industry chains of a region, part by part, each product with what goes into it. */
export function readChains(reader: Reader, pack: string): ChainPlan[] {
  const root = reader.fields(reader.root, 'chains.yaml', ['chains'], ['chains'])
  const ids = new Set<string>()
  return root.items('chains').flatMap((node) => {
    const fields = reader.fields(
      node,
      'A chain',
      ['id', 'title', 'document', 'parts'],
      ['id', 'title', 'parts'],
    )
    const [id, title] = [fields.scalar('id'), fields.text('title')]
    if (id === null || title === null) return []
    if (!ID.test(id))
      reader.refuse(fields.get('id'), 'chain.id', `“${id}” is no id of a chain`, {
        expected: 'small letters, digits and “-”',
      })
    if (ids.has(id)) reader.refuse(fields.get('id'), 'chain.twice', `There already is a chain “${id}”`)
    ids.add(id)
    const parts = fields.items('parts').flatMap((part) => readPart(reader, part))
    checkProducts(
      reader,
      parts.flatMap(({ products }) => products),
    )
    return [
      {
        id: `${pack}.${id}`,
        pack,
        title,
        document: fields.scalar('document'),
        parts: parts.map((part) => ({
          title: part.title,
          products: part.products.map(({ product }) => product),
        })),
      },
    ]
  })
}

function readPart(reader: Reader, node: YamlNode) {
  const fields = reader.fields(node, 'A part of a chain', ['title', 'products'], ['title', 'products'])
  const title = fields.text('title')
  if (title === null) return []
  return [{ title, products: fields.items('products').flatMap((product) => readProduct(reader, product)) }]
}

/** `硅片`, or `{name: 芯片, made-with: [硅片], kind-of: 器件}`. */
function readProduct(reader: Reader, node: YamlNode): Named[] {
  if (!reader.isMapping(node)) {
    const name = reader.scalar(node, 'A product')?.trim()
    return name ? [{ product: { name, madeWith: [], kindOf: null }, node }] : []
  }
  const fields: Fields = reader.fields(node, 'A product', ['name', 'made-with', 'kind-of'], ['name'])
  const name = fields.scalar('name')?.trim()
  if (!name) return []
  return [
    { product: { name, madeWith: fields.strings('made-with'), kindOf: fields.scalar('kind-of') }, node },
  ]
}

function checkProducts(reader: Reader, products: readonly Named[]): void {
  const numbers = new Map<string, number>()
  for (const { product, node } of products)
    if (numbers.has(product.name))
      reader.refuse(node, 'chain.product-twice', `“${product.name}” is in this chain twice`)
    else numbers.set(product.name, numbers.size)
  const known = (name: string, node: YamlNode) => {
    const number = numbers.get(name)
    if (number === undefined)
      reader.refuse(node, 'chain.product', `This chain has no product “${name}”`, {
        expected: 'the name of a product in one of its parts',
        suggestion: suggest(name, numbers.keys()),
      })
    return number
  }
  const kinds: { readonly from: number; readonly to: number; readonly node: YamlNode }[] = []
  for (const { product, node } of products) {
    const own = numbers.get(product.name)
    for (const material of product.madeWith)
      if (known(material, node) === own)
        reader.refuse(node, 'chain.self', `“${product.name}” cannot be made with itself`)
    const kind = product.kindOf === null ? undefined : known(product.kindOf, node)
    if (kind !== undefined && own !== undefined) kinds.push({ from: own, to: kind, node })
  }
  const names = [...numbers.keys()]
  for (const [i, circle] of closedCircles(numbers.size, [], kinds)) {
    const way = circle.map((number) => names[number] ?? '').join(' → ')
    reader.refuse(kinds[i]?.node, 'chain.circular', `Kinds go in a circle: ${way}`)
  }
}
