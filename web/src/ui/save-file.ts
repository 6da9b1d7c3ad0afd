/** Hands a file that was fetched with the reader's role to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the address once the click is handled; an early release would cut the download off.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
