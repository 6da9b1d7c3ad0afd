import { hostname } from 'node:os'
import type { App } from './app.js'
import { type Config, DEFAULT_PORT } from './config.js'
import { StartupError } from './startup-error.js'

const TRIES = 100

/** Opens the port and says under which address. A port that was asked for is not changed silently. */
export async function listen(app: App, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  const last = port ?? DEFAULT_PORT + TRIES - 1
  for (let next = port ?? DEFAULT_PORT; ; next++) {
    try {
      await app.listen({ host, port: next })
      return addressOf(host, next)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      const moveOn = code === 'EADDRINUSE' && next < last
      if (!moveOn) throw listenError(error as NodeJS.ErrnoException, host, next, port !== undefined)
    }
  }
}

function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? hostname() : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number, asked: boolean): Error {
  if (error.code === 'EADDRINUSE') {
    const which = asked ? `Port ${port}` : `Every port from ${DEFAULT_PORT} to ${port}`
    return new StartupError(
      `${which} is taken by another program.`,
      'Set PORT to a free one and start again.',
    )
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} needs rights that this user lacks.`, 'Set PORT to 1024 or above.')
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartupError(
      `HOST=${host} is no address of this machine.`,
      'Unset HOST, or set it to 127.0.0.1.',
    )
  }
  return error
}
