const MB = 1024 * 1024

/** What a report may be at most; beyond, it is refused before it is read. */
export const LIMITS = {
  /** Of plain text: some 20,000 pages. */
  textBytes: 64 * MB,
  /** Of a DOCX, PDF or HTML file, which are held whole while they are read. */
  fileBytes: 100 * MB,
  /** Of the XML inside a DOCX file: a million runs are about a hundred megabytes. */
  xmlBytes: 160 * MB,
  pages: 5000,
  /** Of files in one batch. */
  files: 200,
  /** What the thread that reads a file may hold of text and objects. */
  threadMegabytes: 768,
  /** How long one file may take: twenty thousand pages need two minutes. */
  minutes: 10,
}
