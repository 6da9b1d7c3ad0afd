import { looksOf } from './looks.js'
import { companyViews } from './views/companies.js'
import { formViews } from './views/forms.js'
import { importViews } from './views/imports.js'
import { leadViews } from './views/leads.js'
import { packageViews } from './views/package.js'
import { programmeViews } from './views/programmes.js'
import { registryViews } from './views/registry.js'
import { siteViews } from './views/site.js'
import { workbenchViews } from './views/workbench.js'

looksOf([
  ...siteViews,
  ...companyViews,
  ...packageViews,
  ...registryViews,
  ...formViews,
  ...programmeViews,
  ...importViews,
  ...workbenchViews,
  ...leadViews,
])
