import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  readonly to: readonly string[]
  readonly raw: string
}

export interface MailCatcher {
  readonly url: string
  readonly mails: CaughtMail[]
  /** Refuses all mails to this address, as a mail server does where nobody lives. */
  refuse: string | null
  readonly close: () => Promise<void>
}

/** A real mail server on this machine that keeps what it is sent. */
export async function catchMails(): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  const catcher = { refuse: null as string | null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address === catcher.refuse ? new Error('550 nobody lives here') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it listens on a port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    get refuse() {
      return catcher.refuse
    },
    set refuse(given) {
      catcher.refuse = given
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The decoded text of a mail, and its headers as they stand. */
export function readMail({ raw }: CaughtMail): { headers: string; subject: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  // Long headers go on in a line that begins with a space.
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const text = /base64/i.test(/Content-Transfer-Encoding:.*/i.exec(headers)?.[0] ?? '')
    ? Buffer.from(body, 'base64').toString('utf8')
    : quotedPrintable(body)
  const subject = /^Subject: (.*)/m.exec(headers)?.[1] ?? ''
  return { headers, subject: decodeWords(subject), text: text.replaceAll('\r\n', '\n').trim() }
}

function quotedPrintable(text: string): string {
  const joined = text.replaceAll('=\r\n', '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return joined === bytes ? joined : Buffer.from(bytes, 'latin1').toString('utf8')
}

/** RFC 2047 words: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    )
}
