import type { Lang } from '@kehui/domain/shared'
import type { Sandbox } from './sandbox.js'
import type { SandboxAsk, SandboxFileAsk } from './schema.js'

/** One thing that the sandbox is to work out, as it is sent to its thread. */
export type Work =
  | { readonly what: 'refresh' }
  | { readonly what: 'answer' | 'settled' | 'check'; readonly ask: SandboxAsk; readonly lang: Lang }
  | { readonly what: 'file'; readonly ask: SandboxFileAsk; readonly lang: Lang }

export async function carryOut(sandbox: Sandbox, work: Work): Promise<unknown> {
  switch (work.what) {
    case 'refresh':
      return sandbox.refresh()
    case 'answer':
      return sandbox.answer(work.ask, work.lang)
    case 'settled':
      return sandbox.settled(work.ask, work.lang)
    case 'check':
      return sandbox.check(work.ask)
    case 'file':
      return sandbox.file(work.ask, work.lang)
  }
}
