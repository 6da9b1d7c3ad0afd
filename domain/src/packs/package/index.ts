export { callsOn, mainCall } from './call-view.js'
export * from './schema.js'
