import { ASSESSMENT_ERRORS } from '../assessments/errors.js'
import { ASSIGNMENT_ERRORS } from '../assignment/errors.js'
import { BUDGET_ERRORS } from '../budget/errors.js'
import { DEMAND_ERRORS } from '../demands/errors.js'
import { DEMAND_TABLE_ERRORS } from '../demands/table/errors.js'
import { DESK_ERRORS } from '../desk/errors.js'
import { DIGEST_ERRORS } from '../digests/errors.js'
import { DUPLICATE_ERRORS } from '../duplicates/errors.js'
import { FORM_ERRORS } from '../forms/errors.js'
import { INDICATOR_ERRORS } from '../indicators/errors.js'
import { INGEST_ERRORS } from '../ingest/errors.js'
import { INTRODUCTION_ERRORS } from '../introductions/errors.js'
import { LEAD_ERRORS } from '../leads/errors.js'
import { MATCHING_AUDIT_ERRORS } from '../matching-audit/errors.js'
import { NOTICE_ERRORS } from '../notices/errors.js'
import { OBJECTION_ERRORS } from '../objections/errors.js'
import { LIBRARY_ERRORS } from '../programmes/errors.js'
import { PUBLISHING_ERRORS } from '../publishing/errors.js'
import { RUN_ERRORS } from '../region-run/errors.js'
import { CHAIN_ERRORS } from '../registry/chain/errors.js'
import { RESOURCE_ERRORS } from '../registry/errors.js'
import { SANDBOX_ERRORS } from '../sandbox/errors.js'
import { SEARCH_ERRORS } from '../search/errors.js'
import { WEBHOOK_ERRORS } from '../webhooks/errors.js'
import type { ErrorEntry } from './error-entry.js'

/**
 * Every refusal of the API, in one place: what was wrong and what to do about it. `{name}` stands for a detail
 * of the same name. A code that is missing here does not compile where it is thrown.
 */
export const ERRORS = {
  ...ASSESSMENT_ERRORS,
  ...ASSIGNMENT_ERRORS,
  ...BUDGET_ERRORS,
  ...DEMAND_ERRORS,
  ...DEMAND_TABLE_ERRORS,
  ...RUN_ERRORS,
  ...CHAIN_ERRORS,
  ...DESK_ERRORS,
  ...DIGEST_ERRORS,
  ...DUPLICATE_ERRORS,
  ...FORM_ERRORS,
  ...INTRODUCTION_ERRORS,
  ...INDICATOR_ERRORS,
  ...INGEST_ERRORS,
  ...LIBRARY_ERRORS,
  ...LEAD_ERRORS,
  ...WEBHOOK_ERRORS,
  ...MATCHING_AUDIT_ERRORS,
  ...NOTICE_ERRORS,
  ...OBJECTION_ERRORS,
  ...PUBLISHING_ERRORS,
  ...SEARCH_ERRORS,
  ...SANDBOX_ERRORS,
  ...RESOURCE_ERRORS,
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
  'request.address': {
    status: 400,
    message: {
      zh: '地址无法读取，或其中某一段太长。',
      en: 'The address cannot be read, or a part of it is too long.',
    },
    next: { zh: '核对地址；特殊字符用百分号编码。', en: 'Check it; percent-encode special characters.' },
  },
  'request.head-too-large': {
    status: 431,
    message: { zh: '地址或请求头太长。', en: 'The address or the headers are too long.' },
    next: { zh: '缩短后再发送。', en: 'Shorten them and send again.' },
  },
  'request.characters': {
    status: 400,
    message: { zh: '{where} 中有无法保存的字符。', en: '{where} holds a character that cannot be stored.' },
    next: { zh: '删去空字符和残缺的字符。', en: 'Remove zero characters and halves of surrogate pairs.' },
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
    next: { zh: '在页面上方切换到有权限的身份。', en: 'Switch to a role that may, at the top of the page.' },
  },
  'role.no-name': {
    status: 422,
    message: { zh: '没有写明由谁办理。', en: 'It is not said who does this.' },
    next: { zh: '先在页面上方填写姓名。', en: 'Give your name at the top of the page first.' },
  },
  'role.name-unreadable': {
    status: 400,
    message: { zh: '姓名无法识别。', en: 'The name cannot be read.' },
    next: { zh: '在 x-kehui-name 中以百分号编码给出姓名。', en: 'Give it in x-kehui-name, percent-encoded.' },
  },
  'imports.not-found': {
    status: 404,
    message: { zh: '没有这次导入。', en: 'There is no such import.' },
    next: { zh: '从导入列表进入。', en: 'Open it from the list of imports.' },
  },
  'imports.too-large': {
    status: 413,
    message: { zh: '文件超过 {megabytes} MB。', en: 'The file is larger than {megabytes} MB.' },
    next: {
      zh: '删去无关的列、图片，或分成几个文件。',
      en: 'Remove columns and pictures that are not needed, or split it.',
    },
  },
  'imports.unpacked-too-large': {
    status: 413,
    message: {
      zh: '文件展开后超过 {megabytes} MB，未读取。',
      en: 'The file unpacks to more than {megabytes} MB and was not read.',
    },
    next: { zh: '另存为只含数据的 .xlsx 或 .csv。', en: 'Save the data alone as .xlsx or .csv.' },
  },
  'imports.too-many-rows': {
    status: 413,
    message: { zh: '表格超过 {rows} 行。', en: 'The table has more than {rows} rows.' },
    next: { zh: '分成几个文件。', en: 'Split it into several files.' },
  },
  'imports.too-many-columns': {
    status: 413,
    message: { zh: '表格超过 {columns} 列。', en: 'The table has more than {columns} columns.' },
    next: { zh: '删去无关的列。', en: 'Remove the columns that are not needed.' },
  },
  'imports.too-many-cells': {
    status: 413,
    message: { zh: '表格超过 {cells} 个单元格。', en: 'The table has more than {cells} cells.' },
    next: {
      zh: '删去无关的列，或分成几个文件。',
      en: 'Remove the columns that are not needed, or split it.',
    },
  },
  'imports.empty': {
    status: 422,
    message: { zh: '文件里没有数据。', en: 'The file holds no data.' },
    next: {
      zh: '检查是否选错了文件，或数据是否在隐藏的工作表里。',
      en: 'Check that it is the right file and that its data are not in a hidden sheet.',
    },
  },
  'imports.not-a-table': {
    status: 422,
    message: { zh: '这不是表格文件。', en: 'This is not a table.' },
    next: { zh: '上传 .xlsx 或 .csv 文件。', en: 'Upload an .xlsx or .csv file.' },
  },
  'imports.web-page': {
    status: 422,
    message: { zh: '这是以表格为名的网页文件。', en: 'This is a web page under the name of a table.' },
    next: { zh: '用表格软件打开，另存为 .xlsx。', en: 'Open it in a spreadsheet and save it as .xlsx.' },
  },
  'imports.other-format': {
    status: 422,
    message: { zh: '不支持这种表格格式。', en: 'This kind of spreadsheet is not supported.' },
    next: { zh: '另存为 .xlsx 或 .csv。', en: 'Save it as .xlsx or .csv.' },
  },
  'imports.old-xls': {
    status: 422,
    message: { zh: '这是旧版 .xls 文件。', en: 'This is an old .xls file.' },
    next: { zh: '用表格软件打开，另存为 .xlsx。', en: 'Open it in a spreadsheet and save it as .xlsx.' },
  },
  'imports.encrypted': {
    status: 422,
    message: { zh: '文件设有密码。', en: 'The file has a password.' },
    next: { zh: '去掉密码后再上传。', en: 'Remove the password and upload it again.' },
  },
  'imports.broken': {
    status: 422,
    message: { zh: '文件已损坏，无法读取。', en: 'The file is damaged and cannot be read.' },
    next: {
      zh: '用表格软件打开检查，重新保存后再上传。',
      en: 'Open it in a spreadsheet, save it anew and upload it again.',
    },
  },
  'imports.hidden': {
    status: 422,
    message: { zh: '所有工作表都是隐藏的。', en: 'Every sheet is hidden.' },
    next: { zh: '取消隐藏要导入的工作表。', en: 'Unhide the sheet that is meant.' },
  },
  'imports.encoding': {
    status: 422,
    message: { zh: '无法识别文件的文字编码。', en: 'The text encoding of the file is not recognised.' },
    next: { zh: '另存为 UTF-8 编码的 .csv，或 .xlsx。', en: 'Save it as .csv in UTF-8, or as .xlsx.' },
  },
  'imports.csv': {
    status: 422,
    message: {
      zh: 'CSV 文件第 {line} 行附近的引号不成对或格式有误。',
      en: 'The CSV file has unpaired quotes or is malformed near line {line}.',
    },
    next: { zh: '改正该行，或另存为 .xlsx。', en: 'Correct that line, or save it as .xlsx.' },
  },
  'imports.file-name': {
    status: 400,
    message: { zh: '缺少文件名，或文件名无法识别。', en: 'The file name is missing or cannot be read.' },
    next: { zh: '在 x-file-name 中以百分号编码给出文件名。', en: 'Give it in x-file-name, percent-encoded.' },
  },
  'imports.mapping': {
    status: 400,
    message: { zh: '“{what}”不是可以导入的内容。', en: '“{what}” is nothing that can be imported.' },
    next: { zh: '从列表中选择。', en: 'Choose from the list.' },
  },
  'imports.questions-open': {
    status: 409,
    message: { zh: '还有 {count} 个问题没有回答。', en: '{count} questions are still open.' },
    next: { zh: '回答后再导入，或选择不导入相应的列。', en: 'Answer them, or leave those columns out.' },
  },
  'imports.nothing': {
    status: 409,
    message: { zh: '没有可以导入的行。', en: 'There is no row that can be loaded.' },
    next: { zh: '改正文件后重新上传。', en: 'Correct the file and upload it again.' },
  },
  'imports.status': {
    status: 409,
    message: { zh: '这次导入已经确认或撤销，不能再改。', en: 'This import was already confirmed or undone.' },
    next: { zh: '重新上传文件。', en: 'Upload the file again.' },
  },
  'imports.not-committed': {
    status: 409,
    message: {
      zh: '这次导入还没有确认，没有可撤销的。',
      en: 'This import was not confirmed: there is nothing to undo.',
    },
    next: { zh: '直接离开即可，什么都没有写入。', en: 'Simply leave it: nothing was written.' },
  },
  'region.none': {
    status: 409,
    message: { zh: '这台服务器还没有地区。', en: 'This server has no region yet.' },
    next: {
      zh: '重新启动服务，启动时会建立地区。',
      en: 'Start it again: it sets up its region at the start.',
    },
  },
  'subject.not-found': {
    status: 404,
    message: { zh: '没有这个主体。', en: 'There is no such company or other subject.' },
    next: { zh: '从搜索结果中选择。', en: 'Choose one from the search.' },
  },
  'subject.name': {
    status: 422,
    message: { zh: '名称不能为空。', en: 'The name is empty.' },
    next: { zh: '填写营业执照上的名称。', en: 'Write it as on the business licence.' },
  },
  'subject.credit-code': {
    status: 422,
    message: {
      zh: '统一社会信用代码“{value}”有误：{problem}',
      en: 'The credit code “{value}” is wrong: {problem}',
    },
    next: { zh: '对照营业执照核对 18 位代码。', en: 'Compare its 18 characters with the business licence.' },
  },
  'subject.exists': {
    status: 409,
    message: {
      zh: '已有使用这个统一社会信用代码的主体：{name}。',
      en: '{name} already has this credit code.',
    },
    next: { zh: '打开已有的主体。', en: 'Open the one that is there.' },
  },
  'subject.place': {
    status: 422,
    message: { zh: '没有找到地名“{value}”。{hint}', en: 'There is no place “{value}”. {hint}' },
    next: { zh: '写到区县，例如湖北省武汉市洪山区。', en: 'Name the district with its city and province.' },
  },
  'subject.owner': {
    status: 422,
    message: { zh: '没有这个所属主体。', en: 'There is no such owner.' },
    next: { zh: '先建立所属的企业。', en: 'Enter the company that owns it first.' },
  },
  'facts.invalid': {
    status: 422,
    message: {
      zh: '有 {count} 项数据没有读懂：{problems}',
      en: '{count} values were not understood: {problems}',
    },
    next: { zh: '改正后再保存；没有写入任何数据。', en: 'Correct them and save again; nothing was written.' },
  },
  'facts.nothing': {
    status: 422,
    message: { zh: '没有给出任何数据。', en: 'No value was given.' },
    next: { zh: '至少填写一项。', en: 'Fill in one at least.' },
  },
  'facts.source-register': {
    status: 403,
    message: {
      zh: '企业填写的数据不能以“{source}”为来源。',
      en: 'What a company enters cannot be said to come from “{source}”.',
    },
    next: {
      zh: '不填来源；登记数据由科技局录入或导入。',
      en: 'Leave the source out; the bureau enters what registers say.',
    },
  },
  'facts.not-found': {
    status: 404,
    message: { zh: '没有可以撤回的这条数据。', en: 'There is nothing like this to take back.' },
    next: { zh: '刷新页面，查看现有数据。', en: 'Reload the page to see what is known.' },
  },
  'pack.not-found': {
    status: 422,
    message: { zh: '没有这些地区：{packs}。', en: 'There are no such regions: {packs}.' },
    next: { zh: '从地区列表中选择。', en: 'Choose from the list of regions.' },
  },
  'programme.not-found': {
    status: 404,
    message: { zh: '没有项目“{id}”。{hint}', en: 'There is no programme “{id}”. {hint}' },
    next: { zh: '从政策库中选择。', en: 'Choose one from the library.' },
  },
  'programme.not-for-subject': {
    status: 404,
    message: {
      zh: '项目“{id}”不面向这类主体，或不在所看的地区。',
      en: '“{id}” is not for this kind of subject, or of no region looked at.',
    },
    next: { zh: '先添加它所在的地区。', en: 'Add its region first.' },
  },
  'question.reading': {
    status: 422,
    message: { zh: '项目“{id}”没有这种理解：{value}。', en: '“{id}” has no reading “{value}”.' },
    next: { zh: '可选：{options}。', en: 'It has: {options}.' },
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
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
