/** A name as SQL may hold it, whatever is in it. */
export function quoted(name: string): string {
  if (name === '' || name.includes('\0')) throw new Error('A name in SQL is not empty and holds no zero byte')
  return `"${name.replaceAll('"', '""')}"`
}
