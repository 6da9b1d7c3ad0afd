// What a new user meets: npm start in a clean clone, once with nothing there and once more.
import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** What a start should take on a machine that does nothing else; told, and never a reason to fail on a busy one. */
const COLD_S = 60
const WARM_S = 3

let passed = 0
let failed = 0

// Fills npm's cache, so that the network is not what is measured.
spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'ignore' })
rmSync('node_modules', { recursive: true, force: true })
await measure('first start', COLD_S)
await measure('second start', WARM_S)
checkCommandLine()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function measure(title, asked) {
  const began = performance.now()
  const child = spawn('npm', ['start'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const address = await Promise.race([addressOf(child), ended])
  const seconds = (performance.now() - began) / 1000
  const answered = typeof address === 'string' && (await fetch(`${address}/api/v1/health`)).ok
  const shown = typeof address === 'string' && (await fetch(address, { headers: { accept: 'text/html' } })).ok
  child.kill('SIGINT')
  await ended
  record(answered && shown, `${title}: ${seconds.toFixed(1)} s (asked: at most ${asked} s)`)
}

function addressOf(child) {
  let said = ''
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      said += chunk
      const match = /Kehui is ready: (http\S+)/.exec(said)
      if (match !== null) resolve(match[1])
    })
  })
}

function checkCommandLine() {
  const { status } = spawnSync('npx', ['kehui', '--help'], { stdio: 'ignore' })
  record(status === 0, 'npx kehui --help works after the build')
}

function record(held, title) {
  if (held) passed++
  else failed++
  console.log(`${held ? 'ok' : 'FAILED'}  ${title}`)
}
