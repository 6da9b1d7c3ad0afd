const HYPHEN = 0x2d

/** How many characters these bytes are where all are letters and signs that no name needs tidied; −1 otherwise. */
export function plainLength(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  let i = from
  while (i < to) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) {
      if (!isAlphanumeric(byte) && byte !== 0x28 && byte !== 0x29 && byte !== HYPHEN) return -1
      i += 1
    } else {
      // Three bytes from 一 to 鿿, and full-width brackets.
      const unit = ((byte & 0x0f) << 12) | (((bytes[i + 1] ?? 0) & 0x3f) << 6) | ((bytes[i + 2] ?? 0) & 0x3f)
      if ((byte & 0xf0) !== 0xe0) return -1
      if ((unit < 0x4e00 || unit > 0x9fff) && unit !== 0xff08 && unit !== 0xff09) return -1
      i += 3
    }
    count += 1
  }
  return i === to ? count : -1
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte < 0x3a) || (byte >= 0x41 && byte < 0x5b) || (byte >= 0x61 && byte < 0x7b)
}
