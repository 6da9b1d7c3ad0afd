import type { Lang } from '../text/messages.js'

/** The parts of `name[.calibre][@year]`, under which a value is filed. */
export interface FactKeyParts {
  readonly name: string
  readonly calibre: string | null
  readonly year: string | null
}

export function partsOf(key: string): FactKeyParts {
  const found = /^([^.@]+)(?:\.([^@]+))?(?:@(\d{4}))?$/.exec(key)
  return { name: found?.[1] ?? key, calibre: found?.[2] ?? null, year: found?.[3] ?? null }
}

/** A fact as a person calls it: `2025 年度研发费用（加计扣除口径）`, `R&D spending 2025 (tax deduction)`. */
export function labelOfKey(key: string, label: string, calibreLabel: string | null, lang: Lang): string {
  const { calibre, year } = partsOf(key)
  // A calibre is described at length in its label; beside the fact its short name is enough.
  const short = calibreLabel !== null && (lang === 'en' || calibreLabel.length <= 6) ? calibreLabel : calibre
  const calibreName = calibre === null ? null : short?.replace(/口径$/, '')
  if (lang === 'zh') {
    const dated =
      year === null || label.includes(year)
        ? label
        : `${year} 年度${label.replace(/^(上年度|上年末|本年度)/, '')}`
    return calibreName == null ? dated : `${dated}（${calibreName}口径）`
  }
  return [label, year, calibreName && `(${calibreName})`].filter(Boolean).join(' ')
}
