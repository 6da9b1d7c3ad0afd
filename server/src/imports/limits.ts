const MB = 1024 * 1024

/** What a file may be at most; beyond, it is refused before it is read. */
export const LIMITS = {
  bytes: 100 * MB,
  /** A workbook is a zip file; this is for what it unpacks to. */
  unpackedBytes: 256 * MB,
  rows: 100_000,
  columns: 500,
  cells: 2_000_000,
}
