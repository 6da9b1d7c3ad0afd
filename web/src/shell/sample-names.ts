import type { Role } from '../ui/preferences.js'

/** Invented people to act as in the demonstration: two of each kind, since what one writes another must sign. */
export const SAMPLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  manager: ['周明（示例）', '沈清（示例）'],
  clerk: ['林晓（示例）', '陈一诺（示例）'],
  'service-team': ['吴桐（示例）', '何静（示例）'],
}
