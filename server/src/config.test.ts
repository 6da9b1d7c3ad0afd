import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isLoopback, readConfig } from './config.js'

test('without an environment: loopback, the first free port, a folder here, the embedded database', () => {
  expect(readConfig({ PORT: '', HOST: ' ' })).toEqual({
    port: undefined,
    host: '127.0.0.1',
    hostNames: [],
    dataFolder: resolve('.kehui'),
    databaseUrl: undefined,
    demo: true,
    innerWebhooks: false,
    mail: undefined,
    openSearch: null,
    embeddings: null,
    address: undefined,
  })
})

test('everything can be set', () => {
  const environment = {
    PORT: '80',
    HOST: '0.0.0.0',
    KEHUI_HOST_NAMES: 'Kehui.example, other.example,',
    KEHUI_DATA: '/var/lib/kehui',
    DATABASE_URL: 'postgres://kehui@db/kehui',
    KEHUI_DEMO: 'On',
    KEHUI_SMTP_URL: 'smtp://kehui:secret@mail.example:587',
    KEHUI_MAIL_FROM: '科惠 <kehui@example.org>',
    KEHUI_OPENSEARCH_URL: 'https://kehui:secret@search.example:9200',
    KEHUI_EMBEDDINGS_URL: 'https://models.example/v1',
    KEHUI_EMBEDDINGS_MODEL: 'bge-m3',
    KEHUI_EMBEDDINGS_KEY: 'secret',
    KEHUI_ADDRESS: 'https://kehui.example/',
  }
  expect(readConfig(environment)).toEqual({
    port: 80,
    host: '0.0.0.0',
    hostNames: ['kehui.example', 'other.example'],
    dataFolder: '/var/lib/kehui',
    databaseUrl: 'postgres://kehui@db/kehui',
    demo: true,
    innerWebhooks: false,
    mail: { url: 'smtp://kehui:secret@mail.example:587', from: '科惠 <kehui@example.org>' },
    openSearch: 'https://kehui:secret@search.example:9200',
    embeddings: { at: 'endpoint', url: 'https://models.example/v1', model: 'bge-m3', key: 'secret' },
    address: 'https://kehui.example',
  })
})

test.each([
  { PORT: '0' },
  { PORT: '65536' },
  { PORT: '80a' },
  { PORT: '-1' },
  { DATABASE_URL: 'localhost' },
  { KEHUI_DEMO: 'perhaps' },
  { KEHUI_SMTP_URL: 'smtp://mail.example:25' },
  { KEHUI_MAIL_FROM: 'kehui@example.org' },
  { KEHUI_SMTP_URL: 'mail.example', KEHUI_MAIL_FROM: 'kehui@example.org' },
  { KEHUI_SMTP_URL: 'smtp://mail.example', KEHUI_MAIL_FROM: 'kehui' },
  { KEHUI_OPENSEARCH_URL: 'search.example:9200' },
  { KEHUI_ADDRESS: 'kehui.example' },
  { KEHUI_EMBEDDINGS_URL: 'models.example/v1', KEHUI_EMBEDDINGS_MODEL: 'bge-m3' },
  { KEHUI_EMBEDDINGS_URL: 'https://kehui:secret@models.example/v1', KEHUI_EMBEDDINGS_MODEL: 'bge-m3' },
  { KEHUI_EMBEDDINGS_URL: 'https://models.example/v1' },
  { KEHUI_EMBEDDINGS_KEY: 'secret' },
  { KEHUI_EMBEDDINGS_ONNX: '/nowhere' },
  { KEHUI_EMBEDDINGS_ONNX: '/nowhere', KEHUI_EMBEDDINGS_MODEL: 'bge-m3' },
  { KEHUI_DEMO: 'off', HOST: '192.168.1.2' },
])('%o is refused', (environment) => {
  expect(() => readConfig(environment)).toThrow()
})

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.example.org', false],
])('%s loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
