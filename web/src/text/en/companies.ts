import type { companies as zh } from '../zh/companies.js'

export const companies: Record<keyof typeof zh, string> = {
  'companies.title': 'Find a company',
  'companies.lead':
    'Search companies, and also institutions, incubators and projects, by name or social credit code to see what there is for them.',
  'companies.query': 'Company name or social credit code',
  'companies.audience': 'Kind',
  'companies.found': '{total} found',
  'companies.none': 'None found. Try another spelling, or start as a new company.',
  'companies.new': 'Start as a new company',
  'companies.new.title': 'Start as a new company',
  'companies.new.lead': 'A name and a place are enough; everything else is asked when it matters.',
  'companies.name': 'Company name',
  'companies.name.other': 'Name',
  'companies.code': 'Social credit code',
  'companies.place': 'Registered in',
  'companies.place.hint': 'Down to the county, for example 湖北省武汉市洪山区',
  'companies.place.meant': 'Choose a place to fill in',
  'companies.create': 'Start',
  'companies.created': 'The company is set up',
}
