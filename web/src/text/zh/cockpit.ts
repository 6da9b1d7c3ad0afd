/** Words for the home page of the cockpit. `{name}` stands for a value. */
export const cockpit = {
  'cockpit.lead': '全区一览：政策会惠及谁、要花多少钱、改动之后有什么不同。',
  'cockpit.for-bureau': '驾驶舱供科技部门使用。在页面上方把身份切换为政策编写人员后可以查看。',
  'cockpit.publishing': '草稿、审核、签署、发布，早先的版本都保留',
  'cockpit.matrix': '全部企业对全部政策的结论，逐家可查',
}
