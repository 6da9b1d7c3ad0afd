import { crc32, deflateRawSync } from 'node:zlib'

/** A zip file of these files; sizes can be told otherwise than they are. */
export function zipOf(
  files: Readonly<Record<string, string>>,
  told: { unpacked?: number; flags?: number } = {},
): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    for (const [buffer, at] of [
      [head, 4],
      [entry, 6],
    ] as const) {
      buffer.writeUInt16LE(20, at)
      buffer.writeUInt16LE(told.flags ?? 0, at + 2)
      buffer.writeUInt16LE(8, at + 4)
      buffer.writeUInt32LE(crc32(data), at + 10)
      buffer.writeUInt32LE(packed.length, at + 14)
      buffer.writeUInt32LE(told.unpacked ?? data.length, at + 18)
      buffer.writeUInt16LE(Buffer.byteLength(name), at + 22)
    }
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    bodies.push(head, Buffer.from(name), packed)
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

interface TestSheet {
  readonly name: string
  /** The XML of its rows. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly after?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookOf(...sheets: readonly TestSheet[]): Buffer {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, id: i + 1 }))
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${numbered
      .map(
        ({ name, id, state }) =>
          `<sheet name="${name}" sheetId="${id}"${state ? ` state="${state}"` : ''} r:id="rId${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbered
      .map(
        ({ id }) =>
          `<Relationship Id="rId${id}" Type="${RELS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      numbered.map(({ id, rows, after = '' }) => [
        `xl/worksheets/sheet${id}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  })
}

/** Rows of text cells; a cell that begins with `<c` is taken as XML. */
export function rowsOf(...rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, r) => {
      const xml = cells.map((text, c) => {
        const at = `${String.fromCharCode(65 + c)}${r + 1}`
        return text.startsWith('<c')
          ? text.replace('<c', `<c r="${at}"`)
          : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
      })
      return `<row r="${r + 1}">${xml.join('')}</row>`
    })
    .join('')
}
