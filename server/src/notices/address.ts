/** One address that mail can be sent to: what would be several, or a name with an address, is none. */
const ADDRESS = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/

export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text)
}
