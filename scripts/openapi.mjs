import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ROOT } from './root.mjs'

await build(console.log)
const { describeOpenApi } = await import('../server/dist/openapi.js')
writeFileSync(join(ROOT, 'docs', 'openapi.json'), await describeOpenApi())
console.log('Wrote docs/openapi.json')
