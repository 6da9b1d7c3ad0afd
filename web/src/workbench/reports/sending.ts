import { useSyncExternalStore } from 'react'
import { staffApi } from '../../ui/staff-api.js'

/** Files in hand that are still to be sent. They outlast the page they were chosen on, but not the window. */
const inHand = new Map<string, File>()
const listeners = new Set<() => void>()
let keys: ReadonlySet<string> = new Set()
let failed: ReadonlySet<string> = new Set()
let sending = false

export const fileKey = (batch: string, n: number) => `${batch}/${n}`

function changed(): void {
  keys = new Set(inHand.keys())
  for (const listener of listeners) listener()
}

/** Takes files to be sent, one after the other; `sent` hears of each, whether it arrived or not. */
export function sendFiles(
  batch: string,
  files: readonly { readonly n: number; readonly file: File }[],
  sent: () => void,
): void {
  for (const { n, file } of files) inHand.set(fileKey(batch, n), file)
  failed = new Set([...failed].filter((key) => !inHand.has(key)))
  changed()
  void sendAll(sent)
}

/** Lets go of a file that is not wanted any more. */
export function dropFile(batch: string, n: number): void {
  inHand.delete(fileKey(batch, n))
  changed()
}

async function sendAll(sent: () => void): Promise<void> {
  if (sending) return
  sending = true
  for (let next = first(); next; next = first()) {
    const [key, file] = next
    const [batch = '', n = '0'] = key.split('/')
    try {
      await staffApi.sendBatchFile(batch, Number(n), file)
    } catch {
      // The server has what it refused on its list; what never arrived is still awaited there.
      failed = new Set([...failed, key])
    }
    inHand.delete(key)
    changed()
    sent()
  }
  sending = false
}

function first(): [string, File] | undefined {
  const [next] = inHand
  return next
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is in hand, the first of it on its way. */
export function useInHand(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => keys)
}

/** What was sent and did not arrive. */
export function useNotArrived(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => failed)
}
