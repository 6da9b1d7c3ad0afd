type Text = { zh: string; en: string }
type Entry = { status: number; message: Text; next: Text }

/**
 * Every refusal of the API, in one place: what was wrong and what to do about it. `{name}` stands for a detail
 * of the same name. A code that is missing here does not compile where it is thrown.
 */
export const ERRORS = {
  'request.invalid': {
    status: 400,
    message: { zh: '请求的内容不符合要求。', en: 'The request does not have the form that is expected.' },
    next: { zh: '按 details 中的说明改正。', en: 'Correct what details names.' },
  },
  'request.unreadable': {
    status: 400,
    message: { zh: '请求的内容无法读取。', en: 'The body of the request cannot be read.' },
    next: { zh: '以 JSON 格式发送。', en: 'Send it as JSON.' },
  },
  'request.too-large': {
    status: 413,
    message: { zh: '请求的内容太大。', en: 'The body of the request is too large.' },
    next: { zh: '分成几份发送。', en: 'Send it in parts.' },
  },
  'request.media-type': {
    status: 415,
    message: { zh: '不接受这种类型的内容。', en: 'Content of this type is not accepted here.' },
    next: { zh: '查看接口说明所列的类型。', en: 'See the API description for the types that are.' },
  },
  'request.host': {
    status: 421,
    message: { zh: '此服务不以这个名称对外。', en: 'This server does not answer to this host name.' },
    next: {
      zh: '用启动时显示的地址访问，或把名称加入 KEHUI_HOST_NAMES。',
      en: 'Use the address shown at start, or add the name to KEHUI_HOST_NAMES.',
    },
  },
  'request.origin': {
    status: 403,
    message: { zh: '请求来自其他网站。', en: 'The request comes from another site.' },
    next: { zh: '在科惠的页面里操作。', en: 'Act in the pages of Kehui itself.' },
  },
  'route.not-found': {
    status: 404,
    message: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
    next: {
      zh: '核对地址，或从首页重新进入。',
      en: 'Check the address, or start again from the first page.',
    },
  },
  'role.unknown': {
    status: 400,
    message: { zh: '没有“{role}”这个角色。', en: 'There is no role “{role}”.' },
    next: {
      zh: 'x-kehui-role 可取 manager、clerk 或 service-team。',
      en: 'x-kehui-role is manager, clerk or service-team.',
    },
  },
  'role.not-allowed': {
    status: 403,
    message: { zh: '当前角色不能进行此操作。', en: 'The present role may not do this.' },
    next: { zh: '切换到有权限的角色：{roles}。', en: 'Switch to one of the roles that may: {roles}.' },
  },
  'server.database-away': {
    status: 503,
    message: { zh: '数据库暂时无法连接。', en: 'The database cannot be reached at the moment.' },
    next: { zh: '稍后再试。', en: 'Try again shortly.' },
  },
  'server.disk-full': {
    status: 507,
    message: {
      zh: '服务器的磁盘已满，这次没有保存。',
      en: 'The disk of the server is full: nothing was saved.',
    },
    next: { zh: '清理磁盘后再试。', en: 'Free some space there and try again.' },
  },
  'server.failed': {
    status: 500,
    message: { zh: '服务器出错了。', en: 'Something went wrong in the server.' },
    next: { zh: '报告此问题，并附上编号 {reference}。', en: 'Report it, with the number {reference}.' },
  },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof ERRORS
