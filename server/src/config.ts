import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { EmbeddingSettings } from './matching/embeddings/index.js'
import { StartupError } from './startup-error.js'

/** What the environment sets. No other module reads the environment. */
export type Config = {
  /** undefined: 8080, or the next free one. */
  port: number | undefined
  host: string
  /** Host names, beside IP addresses and localhost, under which browsers may reach the server. */
  hostNames: string[]
  dataFolder: string
  /** undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  /** Loads the sample region and shows the switch of role. */
  demo: boolean
  /** The bureau's mail server; undefined: reminders stay on the pages. */
  mail: MailSettings | undefined
  /** Webhooks may be of this machine and of inner networks. */
  innerWebhooks: boolean
  /** The OpenSearch that holds the index of matching; null: it is held in memory. */
  openSearch: string | null
  /** Where vectors of texts come from; null: texts are matched by words alone. */
  embeddings: EmbeddingSettings | null
  /** Where readers find the pages, for links in mails; undefined: the address that is listened on. */
  address: string | undefined
}

export type MailSettings = {
  /** smtp://user:password@host:port, or smtps: */
  url: string
  from: string
}

export type Environment = Record<string, string | undefined>

export const DEFAULT_PORT = 8080

export function readConfig(environment: Environment = process.env): Config {
  const config: Config = {
    port: readPort(environment.PORT),
    host: environment.HOST?.trim() || '127.0.0.1',
    hostNames: readNames(environment.KEHUI_HOST_NAMES),
    dataFolder: resolve(environment.KEHUI_DATA?.trim() || '.kehui'),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    demo: readSwitch('KEHUI_DEMO', environment.KEHUI_DEMO, true),
    mail: readMail(environment.KEHUI_SMTP_URL, environment.KEHUI_MAIL_FROM),
    innerWebhooks: readSwitch('KEHUI_INNER_WEBHOOKS', environment.KEHUI_INNER_WEBHOOKS, false),
    openSearch: readOpenSearch(environment.KEHUI_OPENSEARCH_URL),
    embeddings: readEmbeddings(environment),
    address: readAddress(environment.KEHUI_ADDRESS),
  }
  if (!config.demo && !isLoopback(config.host)) {
    throw new StartupError(
      `HOST=${config.host} would open the server to the network, but it has no accounts yet.`,
      'Without the demo Kehui listens on this machine only: unset HOST, or unset KEHUI_DEMO.',
    )
  }
  return config
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
  if (port >= 1 && port <= 65_535) return port
  throw new StartupError(`PORT=${text} is not a port.`, 'Set PORT to a number from 1 to 65535, or unset it.')
}

function readNames(text: string | undefined): string[] {
  const names = (text ?? '').split(',').map((name) => name.trim().toLowerCase())
  return names.filter((name) => name !== '')
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  if (/^postgres(ql)?:/.test(text.trim()) && URL.canParse(text.trim())) return text.trim()
  throw new StartupError(
    'DATABASE_URL is not the address of a PostgreSQL database.',
    'Write it as postgres://user:password@host:5432/database, or unset it to use the embedded PostgreSQL.',
  )
}

function readMail(given: string | undefined, from: string | undefined): MailSettings | undefined {
  const [url, sender] = [given?.trim() ?? '', from?.trim() ?? '']
  if (url === '' && sender === '') return undefined
  if (!/^smtps?:\/\/[^\s]+$/.test(url) || !URL.canParse(url)) {
    throw new StartupError(
      'KEHUI_SMTP_URL is not the address of a mail server.',
      'Write it as smtp://user:password@host:587 or smtps://user:password@host:465, or unset it and KEHUI_MAIL_FROM.',
    )
  }
  if (!/[^\s@<>]+@[^\s@<>]+/.test(sender)) {
    throw new StartupError(
      'KEHUI_MAIL_FROM is not a sender.',
      'Set it to the address that mails come from, such as 科惠 <kehui@example.org>.',
    )
  }
  return { url, from: sender }
}

function readAddress(given: string | undefined): string | undefined {
  const text = given?.trim() ?? ''
  if (text === '') return undefined
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '')
  throw new StartupError(
    `KEHUI_ADDRESS=${given} is not the address of a page.`,
    'Write it as https://kehui.example.org, or unset it.',
  )
}

function readOpenSearch(given: string | undefined): string | null {
  const text = given?.trim() ?? ''
  if (text === '') return null
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text
  throw new StartupError(
    'KEHUI_OPENSEARCH_URL is not the address of an OpenSearch.',
    'Write it as https://user:password@host:9200, or unset it to hold the index in memory.',
  )
}

export function readEmbeddings(environment: Environment = process.env): EmbeddingSettings | null {
  const [url, model, key, folder] = [
    environment.KEHUI_EMBEDDINGS_URL,
    environment.KEHUI_EMBEDDINGS_MODEL,
    environment.KEHUI_EMBEDDINGS_KEY,
    environment.KEHUI_EMBEDDINGS_ONNX,
  ].map((given) => given?.trim() ?? '') as [string, string, string, string]
  if (folder !== '' && url + model + key !== '')
    throw new StartupError(
      'Both KEHUI_EMBEDDINGS_ONNX and another KEHUI_EMBEDDINGS_… are set.',
      'Set the folder of a local model, or URL, MODEL and KEY of an endpoint.',
    )
  if (folder !== '' && !existsSync(join(folder, 'tokenizer.json')))
    throw new StartupError(
      `KEHUI_EMBEDDINGS_ONNX=${folder} is no folder of a model: it has no tokenizer.json.`,
      'Set it to a folder with model.onnx (or onnx/model.onnx) and tokenizer.json, or unset it.',
    )
  if (folder !== '') return { at: 'folder', folder: resolve(folder) }
  if (url === '' && model === '' && key === '') return null
  if (!/^https?:\/\/[^@]+$/.test(url) || !URL.canParse(url))
    throw new StartupError(
      'KEHUI_EMBEDDINGS_URL is not the address of an embeddings endpoint.',
      'Write it as https://host/v1, where POST https://host/v1/embeddings answers, or unset it, KEHUI_EMBEDDINGS_MODEL and KEHUI_EMBEDDINGS_KEY.',
    )
  if (model === '')
    throw new StartupError(
      'KEHUI_EMBEDDINGS_MODEL is not set.',
      'Set it to the name of a model that the endpoint has, such as bge-m3, or unset KEHUI_EMBEDDINGS_URL.',
    )
  return { at: 'endpoint', url, model, key: key === '' ? null : key }
}

/** The same where somebody says at the terminal which they mean; a key stays in the environment. */
export function embeddingsAt(
  place: string,
  model: string | undefined,
  { KEHUI_EMBEDDINGS_KEY }: Environment = process.env,
): EmbeddingSettings | null {
  if (!/^https?:/.test(place))
    return readEmbeddings({ KEHUI_EMBEDDINGS_ONNX: place, KEHUI_EMBEDDINGS_MODEL: model })
  return readEmbeddings({ KEHUI_EMBEDDINGS_URL: place, KEHUI_EMBEDDINGS_MODEL: model, KEHUI_EMBEDDINGS_KEY })
}

function readSwitch(name: string, text: string | undefined, otherwise: boolean): boolean {
  const value = text?.trim().toLowerCase() ?? ''
  if (value === '') return otherwise
  if (value === 'on' || value === '1' || value === 'true') return true
  if (value === 'off' || value === '0' || value === 'false') return false
  throw new StartupError(`${name}=${text} is neither on nor off.`, `Set ${name} to on or off, or unset it.`)
}
