import { BIGINT, BOOLEAN, DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT } from '@duckdb/node-api'
import { FACTS } from '../trace/programmes.mjs'
import { isKnown } from './columns.mjs'

const SQL_TYPES = {
  money: 'BIGINT',
  people: 'INTEGER',
  count: 'INTEGER',
  'yes-no': 'BOOLEAN',
  choice: 'UTINYINT',
}
const TYPES = { BIGINT, INTEGER, BOOLEAN, UTINYINT }
const CHUNK = 2048

/** DuckDB in memory with one thread. */
export async function openDuckdb() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  return instance.connect()
}

export async function loadTable(connection, name, columns, rows) {
  const columnTypes = FACTS.map((f) => SQL_TYPES[f.type])
  await connection.run(
    `CREATE TABLE ${name} (${FACTS.map((f, i) => `${f.name} ${columnTypes[i]}`).join(', ')})`,
  )
  const appender = await connection.createAppender(name)
  const types = columnTypes.map((type) => TYPES[type])
  for (let first = 0; first < rows; first += CHUNK) {
    const size = Math.min(CHUNK, rows - first)
    const chunk = DuckDBDataChunk.create(types, size)
    for (const [i, { name: fact, type }] of FACTS.entries()) {
      const { values, known } = columns.get(fact)
      const list = Array.from({ length: size }, (_, k) => {
        const row = first + k
        if (!isKnown(known, row)) return null
        return type === 'yes-no' ? values[row] === 1 : values[row]
      })
      chunk.setColumnValues(i, list)
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** Prepared once: what is measured is the running. */
export async function prepareAll(connection, queries) {
  return Promise.all(queries.map((sql) => connection.prepare(sql)))
}

export async function tallyAll(prepared) {
  const tally = []
  for (const statement of prepared) {
    const reader = await statement.runAndReadAll()
    const [yes, open, least, most] = reader.getRows()[0]
    tally.push({ yes: Number(yes), open: Number(open), least: BigInt(least ?? 0), most: BigInt(most ?? 0) })
  }
  return tally
}
