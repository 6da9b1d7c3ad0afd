/** Words for records behind a result. `{name}` stands for a value. */
export const records = {
  'records.based': '依据的{label}：{count} 条',
  'records.more': '……',
}
