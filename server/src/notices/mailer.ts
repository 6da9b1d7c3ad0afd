import { createTransport } from 'nodemailer'
import type { MailSettings } from '../config.js'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Ends the reminders that it holds. */
  readonly unsubscribe: string | null
}

/** Sends mails through the bureau's own mail server. */
export interface Mailer {
  /** Comes true once the mail server has taken it. */
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

/** Longer than any mail server should take; a job waits no longer. */
const PATIENCE_MS = 20_000

export function createMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      // Nothing of a mail comes from files or addresses named in it.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    send: async ({ to, subject, text, unsubscribe }) => {
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe === null ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }),
        },
      })
    },
    close: () => transport.close(),
  }
}
