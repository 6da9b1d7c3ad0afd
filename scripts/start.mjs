import { build } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { requireNode } from './root.mjs'

requireNode()
installWhatIsMissing(say)
try {
  await build(say)
} catch (error) {
  console.error(`The build failed: ${error.message}`)
  process.exit(1)
}
await import('../server/dist/main.js')

function say(line) {
  console.log(`${process.uptime().toFixed(1).padStart(5)} s  ${line}`)
}
