import { createRequire } from 'node:module'
import { main } from './main.js'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `kehui … | head` closes the pipe early; that is no mistake of ours.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2), {
  version,
  print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  complain: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
})
