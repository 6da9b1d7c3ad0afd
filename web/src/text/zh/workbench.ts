export const workbench = {
  'nav.workbench': '工作台',
  'workbench.for-staff': '工作台供科技部门和服务队使用。在页面上方切换身份后可以办理。',
  'workbench.waiting': '待办 {count}',
  'workbench.waiting.late': '待办 {count}，逾期 {late}',
  'workbench.late': '已经逾期',
  'workbench.late.objection': '异议',
  'workbench.late.call': '来电',
  'workbench.companies': '查企业，看它能享受什么、差什么',
  'workbench.library': '查政策、申报通知和办理时间',
  'workbench.imports': '导入企业表，核对每一列',
} as const
