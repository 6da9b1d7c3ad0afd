import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { HttpError } from './error.js'

/** PostgreSQL stores every text but one with a zero character or half of a surrogate pair. */
export async function checkCharacters({ params, query, body }: FastifyRequest): Promise<void> {
  // A list of what is still to be looked at: nested calls would end at the depth of the stack.
  const left: [where: string, value: unknown][] = [
    ['params', params],
    ['querystring', query],
    // A file that is kept as it comes is no text to look at.
    ['body', body instanceof Readable ? undefined : body],
  ]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [where, value] = next
    if (typeof value === 'string') refuse(where, value)
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const [key, part] of Object.entries(value)) {
        refuse(where, key)
        left.push([`${where}/${key}`, part])
      }
  }
}

function refuse(where: string, text: string): void {
  if (text.includes('\0') || /\p{Cs}/u.test(text))
    throw new HttpError('request.characters', { where: where.slice(0, 200) })
}
