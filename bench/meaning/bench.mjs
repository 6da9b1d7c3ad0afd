import { Vectors } from '../../domain/dist/matching/index.js'

const DOCUMENTS = Number(process.env.KEHUI_BENCH_DOCUMENTS ?? 200_000)
const DIMENSION = 384
const KINDS = 9
const QUERIES = 40
const BEST = 100

/** Exact search by meaning: invented vectors, since what they say changes nothing of the time. */
export async function meaning() {
  const random = randomFrom(1)
  const before = process.memoryUsage().rss
  const vectors = new Vectors(DIMENSION)
  for (let i = 0; i < DOCUMENTS; i += 1) {
    const id = `018f3a2b-7c00-7000-8000-${String(i).padStart(12, '0')}`
    vectors.put(id, unit(random), [
      `kind:${i % KINDS}`,
      'place:42',
      'place:4201',
      `place:${420100 + (i % 20)}`,
    ])
  }
  const memoryMiB = (process.memoryUsage().rss - before) / 2 ** 20
  const times = (filters) => {
    const runs = Array.from({ length: QUERIES }, () => {
      const query = unit(random)
      return timed(() => filters.map((filter) => vectors.nearest(query, BEST, filter, 0)))
    })
    const at = (share, what) =>
      Number(
        runs
          .map((run) => run[what])
          .sort((a, b) => a - b)
          [Math.floor(share * QUERIES)].toFixed(1),
      )
    return { p50Ms: at(0.5, 'wall'), p95Ms: at(0.95, 'wall'), p50CpuMs: at(0.5, 'cpu') }
  }
  times([[]])
  return {
    figures: { documents: DOCUMENTS, ...times([[]]), memoryMiB: Math.round(memoryMiB) },
    more: {
      oneKind: times([[['kind:3']]]),
      eachKind: times(Array.from({ length: KINDS }, (_, kind) => [[`kind:${kind}`]])),
      oneKindOfACounty: times([[['kind:3'], ['place:420105']]]),
    },
  }
}

function timed(work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: performance.now() - wall, cpu: (user + system) / 1000 }
}

function randomFrom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

function unit(random) {
  const numbers = Float32Array.from({ length: DIMENSION }, random)
  const length = Math.hypot(...numbers)
  return numbers.map((number) => number / length)
}
