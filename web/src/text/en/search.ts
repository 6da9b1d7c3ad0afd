import type { search as zh } from '../zh/search.js'

export const search: Record<keyof typeof zh, string> = {
  'search.title': 'Search everything',
  'search.query': 'Name, pinyin or code of companies, experts, institutions, achievements, products …',
  'search.hint': 'Such as yunchuan, yc, part of a name, or the beginning of a social credit code',
  'search.found': '{total} found',
  'search.found.more': '{total} or more; please narrow the search',
  'search.none': 'Nothing was found. Write it another way, or use fewer filters.',
  'search.kinds': 'Kind',
  'search.places': 'Place',
  'search.all-kinds': 'All kinds',
  'search.all-places': 'All places',
  'search.option': '{name} ({count})',
  'search.save': 'Save this search',
  'search.save.title': 'Give it a title',
  'search.save.name': 'In whose name it is saved',
  'search.saved': 'Saved searches',
  'search.saved.done': 'Saved',
  'search.delete': 'Delete “{title}”',
  'search.file': 'search results',
  'search.xlsx': 'Export XLSX',
  'search.csv': 'Export CSV',
}
