/** Benefits in the order in which they are told; those of different kinds are never added together. */
export const BENEFITS = [
  'cash',
  'tax',
  'interest',
  'credit',
  'equity',
  'voucher',
  'title',
  'service',
] as const
