import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { cpuOf, median } from './measure.mjs'

const BLOCK = 4096
const ROUNDS = 5

/**
 * One thread against two, each with memory of its own over the same columns: the shortest time of each, as others may
 * want the processor too; and the processor time of two over that of one, which tells what free cores would give.
 */
export async function twoThreads(programmes, columns, rows) {
  const workers = await Promise.all([0, 1].map(() => started({ programmes, columns, rows })))
  const middle = Math.floor(rows / BLOCK / 2) * BLOCK
  const run = async (parts) => {
    const before = performance.now()
    const { ms: cpu } = await cpuOf(() => Promise.all(parts.map((part, i) => answered(workers[i], part))))
    return { wall: performance.now() - before, cpu }
  }
  const whole = [{ from: 0, to: rows }]
  const halves = [
    { from: 0, to: middle },
    { from: middle, to: rows },
  ]
  await run(halves)
  const [one, two] = [[], []]
  for (let i = 0; i < ROUNDS; i += 1) {
    one.push(await run(whole))
    two.push(await run(halves))
  }
  await Promise.all(workers.map((w) => w.terminate()))
  const shortest = (runs) => Math.min(...runs.map((r) => r.wall))
  const cpu = (runs) => median(runs.map((r) => r.cpu))
  return { speedup: shortest(one) / shortest(two), overhead: cpu(two) / cpu(one) }
}

async function started(workerData) {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData })
  await once(worker, 'message')
  return worker
}

async function answered(worker, part) {
  const answer = once(worker, 'message')
  worker.postMessage(part)
  return answer
}
