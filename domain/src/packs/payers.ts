/** The levels of government that can pay a part of an amount. */
export const PAYERS = ['国家', '省', '市', '区'] as const
