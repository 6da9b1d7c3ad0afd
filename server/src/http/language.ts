import type { FastifyRequest } from 'fastify'

/** The language that the address names, else the browser's; Chinese where neither says. */
export function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): 'zh' | 'en' {
  const { query } = request
  const named = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  if (named === 'zh' || named === 'en') return named
  const first = /\b(zh|en)\b/i.exec(request.headers['accept-language'] ?? '')
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
