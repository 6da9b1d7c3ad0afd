import { date, identifier, money, quantity, reference, text, yesNo } from '../fields/index.js'
import type { Feed } from './feed.js'
import { kind } from './kind.js'

const BORROWED: Feed = {
  party: 'borrower',
  as: 'record',
  record: '贷款',
  cells: { 放款日期: 'grantedOn', 首次贷款: 'isFirst', 贷款本金: 'amount', 实付利息: 'interestPaid' },
}

export const loan = kind('loan', '贷款', 'Loan', { audience: true, code: 'number', feeds: [BORROWED] }, [
  text('name', '贷款名称', 'Loan', { headers: ['贷款产品', '产品名称'], required: true, weight: 3 }),
  identifier('number', '合同编号', 'Contract number', 'own-code', { headers: ['贷款合同号'], weight: 4 }),
  reference('borrower', '借款企业', 'Borrower', 'enterprise', { headers: ['企业名称', '借款人'], weight: 5 }),
  reference('lender', '贷款银行', 'Lender', 'financier', { headers: ['银行', '放款银行'], weight: 5 }),
  money('amount', '贷款金额', 'Amount', { headers: ['金额', '放款金额'], weight: 5, visibility: 'staff' }),
  quantity('rate', '年利率', 'Yearly rate', '%', { headers: ['利率'], weight: 3, visibility: 'staff' }),
  date('grantedOn', '放款日期', 'Granted on', { headers: ['发放日期'], weight: 4 }),
  yesNo('isFirst', '首次贷款', 'First loan', { headers: ['首贷'], weight: 1 }),
  money('interestPaid', '实付利息', 'Interest paid', { weight: 1, visibility: 'staff' }),
  date('dueOn', '到期日期', 'Due on', { headers: ['到期日'], weight: 3 }),
])
