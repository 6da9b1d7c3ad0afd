/** What a region is told apart by, beside its places: size, industry and park. */
export const STAFF = '职工总数'
export const INDUSTRY = '行业门类'
export const PARK = '所在园区'
export const GROUPINGS: readonly string[] = [STAFF, INDUSTRY, PARK]
