import type { PackInfo } from '../rules/programme.js'
import type { Reader, YamlNode } from './reader.js'

export interface PackFile {
  readonly info: PackInfo
  readonly places: readonly {
    readonly code: string
    readonly name: string
    readonly parent: string | null
    readonly node: YamlNode
  }[]
  readonly node: YamlNode
  readonly appliesNode: YamlNode
  readonly extendsNode: YamlNode
}

const LEVELS = ['国家', '省', '市', '区'] as const

/** Reads `pack.yaml`. The place that it applies to is resolved later, once all places are known. */
export function readPack(reader: Reader): PackFile | null {
  if (reader.root === null) return null
  const keys = ['id', 'title', 'level', 'extends', 'applies', 'department', 'sample', 'places']
  const fields = reader.fields(reader.root, 'A pack', keys, ['id', 'title', 'level'])
  const [id, title, level] = [fields.scalar('id'), fields.text('title'), fields.oneOf('level', LEVELS)]
  if (id !== null && !/^[a-z][a-z0-9-]*$/.test(id)) {
    reader.refuse(fields.get('id'), 'pack.id', `“${id}” is no pack id`, {
      expected: 'small letters, digits and “-”',
    })
  }
  const places = fields.items('places').flatMap((node) => {
    const place = reader.fields(node, 'A place', ['code', 'name', 'parent'], ['code', 'name'])
    const [code, name] = [place.scalar('code'), place.scalar('name')]
    if (code === null || name === null) return []
    if (!/^\d{6}$/.test(code))
      reader.refuse(place.get('code'), 'pack.place-code', `“${code}” is no place code`, {
        expected: 'six digits',
      })
    return [{ code, name, parent: place.scalar('parent'), node }]
  })
  if (id === null || title === null || level === null) return null
  const info: PackInfo = {
    id,
    title,
    level,
    extends: fields.scalar('extends'),
    appliesTo: fields.scalar('applies'),
    appliesCode: null,
    department: readDepartment(reader, fields.get('department')),
    sample: fields.yesNo('sample') ?? false,
    chain: [id],
  }
  return {
    info,
    places,
    node: reader.root,
    appliesNode: fields.get('applies'),
    extendsNode: fields.get('extends'),
  }
}

function readDepartment(reader: Reader, node: YamlNode): PackInfo['department'] {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'A department', ['name', 'phone'], ['name'])
  const name = fields.text('name')
  return name && { name, phone: fields.scalar('phone') }
}
