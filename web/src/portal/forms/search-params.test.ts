import { expect, it } from 'vitest'
import { readYears } from './search-params.js'

it.each([
  [undefined, undefined],
  ['2025', [2025]],
  [2025, [2025]],
  [
    [2025, 2024, 2025],
    [2024, 2025],
  ],
  [['x', 3, 2024.5], undefined],
  [
    [2018, 2019, 2020, 2021, 2022, 2023, 2024],
    [2019, 2020, 2021, 2022, 2023, 2024],
  ],
])('the years of %j are %j', (given, years) => {
  expect(readYears(given)).toEqual(years)
})
