import type { SandboxAnswer } from '@kehui/server/client'

export type Parameter = SandboxAnswer['parameters'][number]

export interface Moved {
  /** What stands in the place of the number. */
  readonly piece: string
  /** All numbers where they stand then. */
  readonly parameters: readonly Parameter[]
}

/** Puts another value in the place of one number; those behind it move along. */
export function moveNumber(parameters: readonly Parameter[], index: number, value: number): Moved {
  const piece = String(Number(value.toPrecision(12)))
  const moved = parameters[index]
  if (!moved) return { piece, parameters }
  const shift = piece.length - (moved.to - moved.from)
  return {
    piece,
    parameters: parameters.map((one, i) => {
      if (i === index) return { ...one, value, to: one.from + piece.length }
      return one.from > moved.from ? { ...one, from: one.from + shift, to: one.to + shift } : one
    }),
  }
}
