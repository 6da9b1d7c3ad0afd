/** Where a command writes: answers to standard output, complaints to standard error. */
export interface Output {
  readonly version: string
  print(text: string): void
  complain(text: string): void
}

/** The command was not called as it must be: exit code 2. */
export class UsageError extends Error {}

/** What was given cannot be used: exit code 1, with what is wrong and where. */
export class RefusedError extends Error {
  readonly details: readonly unknown[]

  constructor(message: string, details: readonly unknown[] = []) {
    super(message)
    this.details = details
  }
}
