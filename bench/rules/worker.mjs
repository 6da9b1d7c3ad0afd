import { parentPort, workerData } from 'node:worker_threads'
import { sharesOf } from '../../domain/dist/rules/index.js'
import { batchFor, programOf, tableFor, tallyOf } from './kehui.mjs'

const { programmes, columns, rows } = workerData
const program = programOf(programmes)
const batch = batchFor(program, tableFor(program, columns, rows), true)

parentPort.on('message', (counter) => {
  const tallies = []
  for (const { from, to } of sharesOf(counter, rows))
    tallies.push(tallyOf(batch, programmes.length, true, from, to))
  parentPort.postMessage(tallies)
})
parentPort.postMessage('ready')
