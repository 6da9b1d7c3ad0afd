export * from './objection/objection.js'
