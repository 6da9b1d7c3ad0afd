import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { newShareCounter } from '../../domain/dist/rules/index.js'
import { addTo, newTally } from './kehui.mjs'
import { cpuOf, median } from './measure.mjs'

const ROUNDS = 7
const WARM = 2

/**
 * One thread against two that share the same columns, each with memory of its own, and take blocks from a common
 * counter: the shortest time of each, as others may want the processor too; and the processor time of two over that of
 * one, which tells what free cores would give.
 */
export async function twoThreads(programmes, columns, rows) {
  const workers = await Promise.all([0, 1].map(() => started({ programmes, columns, rows })))
  let tallies = []
  const run = async (threads) => {
    const counter = newShareCounter()
    const before = performance.now()
    const { ms: cpu, value } = await cpuOf(() => Promise.all(threads.map((w) => answered(w, counter))))
    tallies = value.flat()
    return { wall: performance.now() - before, cpu }
  }
  for (let i = 0; i < WARM; i += 1) for (const worker of workers) await run([worker])
  const [one, two] = [[], []]
  for (let i = 0; i < ROUNDS; i += 1) {
    one.push(await run([workers[i % 2]]))
    two.push(await run(workers))
  }
  await Promise.all(workers.map((w) => w.terminate()))
  const shortest = (runs) => Math.min(...runs.map((r) => r.wall))
  const cpu = (runs) => median(runs.map((r) => r.cpu))
  return {
    speedup: shortest(one) / shortest(two),
    overhead: cpu(two) / cpu(one),
    tally: tallies.reduce(addTo, newTally(programmes.length)),
  }
}

async function started(workerData) {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData })
  await once(worker, 'message')
  return worker
}

async function answered(worker, counter) {
  const answer = once(worker, 'message')
  worker.postMessage(counter)
  const [tallies] = await answer
  return tallies
}
