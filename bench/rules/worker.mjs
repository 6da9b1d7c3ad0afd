import { parentPort, workerData } from 'node:worker_threads'
import { batchFor, programOf, tableFor, tallyOf } from './kehui.mjs'

const { programmes, columns, rows } = workerData
const program = programOf(programmes)
const batch = batchFor(program, tableFor(program, columns, rows), true)

parentPort.on('message', ({ from, to }) => {
  parentPort.postMessage(tallyOf(batch, programmes.length, true, from, to))
})
parentPort.postMessage('ready')
