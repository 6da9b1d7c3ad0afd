import type { companies as zh } from '../zh/companies.js'

export const companies: Record<keyof typeof zh, string> = {
  'companies.title': 'Find a company',
  'companies.lead': 'Search by name or social credit code to see a company’s package.',
  'companies.query': 'Company name or social credit code',
  'companies.audience': 'Kind',
  'companies.found': '{total} found',
  'companies.none': 'None found. Try another spelling, or start as a new company.',
  'companies.new': 'Start as a new company',
  'companies.new.title': 'Start as a new company',
  'companies.new.lead': 'A name and a place are enough; everything else is asked when it matters.',
  'companies.name': 'Company name',
  'companies.code': 'Social credit code',
  'companies.place': 'Registered in',
  'companies.place.hint': 'Down to the county, for example 湖北省武汉市洪山区',
  'companies.create': 'Start',
  'companies.created': 'The company is set up',
}
