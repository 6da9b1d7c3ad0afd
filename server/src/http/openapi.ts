import swagger from '@fastify/swagger'
import type { App } from '../app.js'
import { ErrorAnswer } from './error.js'

/** Must be registered before the routes that it describes. */
export async function describeApi(app: App, version: string): Promise<void> {
  // Every route may refuse, and always in the same form.
  app.addHook('onRoute', ({ schema }) => {
    if (schema?.response) schema.response = { ...schema.response, '4xx': ErrorAnswer, '5xx': ErrorAnswer }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kehui',
        version,
        description: 'What a company is owed by the programmes of its region, exactly and with reasons.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
    },
  })
}
