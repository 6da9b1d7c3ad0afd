export const COMMANDS = [
  'assign',
  'budget',
  'check',
  'diff',
  'evaluate',
  'form',
  'import',
  'ingest',
  'leads',
  'match',
  'matrix',
  'portrait',
  'resolve',
  'run',
] as const
export type Command = (typeof COMMANDS)[number]

const HELP: Record<Command, string> = {
  check: `kehui check [PACK…] [--json]
检查政策包，运行全部算例。Check packs and run every example in them.

  PACK     a pack's folder, or the id of a shipped pack; all shipped packs without any
  --json   print {ok, programmes, examples, thresholds, failures, uncovered, diagnostics}

Exit codes: 0 all right; 1 an error, a failed expectation or a threshold without its examples; 2 wrong usage.`,
  diff: `kehui diff OLD_PACK NEW_PACK [--table FILE] [options]
比较政策包的两个版本：规则改了什么，哪些企业的结论或金额改变、为什么。
Compare two versions of packs: what the rules say differently, whose answers come out otherwise, and why.

  OLD_PACK, NEW_PACK  a pack's folder (an earlier checkout, say), a folder of packs, or the id of a shipped pack
  --table FILE        companies as a table (.csv, .xlsx), one a row; without it only the rules are compared
  --on DATE           decision date, 2026-11-24; today in Asia/Shanghai otherwise
  --lang zh|en        language of titles and texts
  --json              print {old, new, on, programmes, facts, packs, subjects, totals}

Both versions, and the table as each of them reads it, are read in full before anything is printed.
Exit codes: 0 compared; 1 a pack or a table that could not be read; 2 wrong usage.`,
  evaluate: `kehui evaluate --facts FILE | --table FILE [options]
逐项说明一家企业能享受什么、为什么。What a subject is owed by each programme, and why.

  --facts FILE      one subject as JSON: {"name", "audience", "facts": {…}, "records": {…}}; - reads standard input
  --table FILE      subjects as a table (.csv, .xlsx), one a row
  --pack DIR        only this pack (a folder or an id) and those it extends; may be repeated
  --programme ID    only this programme; may be repeated
  --on DATE         decision date, 2026-11-24; today in Asia/Shanghai otherwise
  --reading NAME    how texts are read that can be read in several ways
  --lang zh|en      language of titles and texts
  --json            print an array of {programme, subject, title, mode, benefit, verdict, amountFen, …}

Facts: {"职工总数": "80 人", "研发费用@2025": "90 万元", "高新技术企业": "否"}. A bare name is of the period and
calibre that the programme declares; 研发费用@2025 names a year, 研发费用.高企 a calibre, and counts before a bare
name. Money and shares carry a unit (90 万元, 12%); people and things need none. Leave out what is not known.
Files are UTF-8, UTF-16 or GB18030, at most 16 MB.
Exit codes: 0 evaluated; 1 refused input; 2 wrong usage.`,
  form: `kehui form PROGRAMME --facts FILE --out FILE.xlsx|FILE.pdf [options]
按官方顺序填好的自评表：可继续填写、自带公式的表格，或可签字的 PDF。
A programme's self-assessment form, filled in: a workbook whose own formulas compute it, or a PDF to sign.

  PROGRAMME         such as cn.tech-sme; a wrong one lists those that have a form
  --facts FILE      one subject as JSON, as for kehui evaluate; - reads standard input
  --out FILE        the file to write, .xlsx or .pdf
  --years LIST      the years whose figures stand side by side, 2024,2025; last year otherwise
  --on DATE         decision date, 2026-11-24; each year is decided on that day of the year after it
  --pack DIR        only this pack (a folder or an id) and those it extends; may be repeated
  --lang zh|en      language of the form

Exit codes: 0 written; 1 no such form, or facts that were refused; 2 wrong usage.`,
  import: `kehui import FILE --mapping FILE.yaml [--kind KIND] [options]
kehui import FILE --kind KIND [options]
把任一类资源（企业、专家、专利、产品……）或资源关系的文件导入资源库。
Read a file of resources of any kind, or of relations between them, into the registry.

  FILE              .csv, .xlsx, .jsonl (a JSON object a line) or .json (an array of objects)
  --mapping FILE    what each column is, as YAML: {kind, source, columns} or {relation, source, from, to}
  --kind KIND       enterprise, person, product …; without a mapping its columns are known by their names
  --server URL      the server to import into; the one that runs here otherwise, else one is started for it
  --errors FILE     write the rows that were not taken, each with the reason beside it, as .csv
  --json            print {id, status, rows, created, updated, unchanged, refused, partly, problems, seconds}

kehui import FILE [--json] [--errors FILE] [--facts DIR]
读取企业表（.csv、.xlsx），报告每一列读成什么、哪些单元格有问题；不写入服务器。
Read a table of subjects and tell what was understood; nothing is stored on a server.

  --facts DIR       write one JSON file a subject into this folder, for kehui evaluate

Exit codes: 0 imported, or everything understood; 1 a file that could not be read or imported; 2 wrong usage.`,
  ingest: `kehui ingest FILE… [--json] [--texts DIR]
读取报告：按期、按篇、按举措拆分，逐个找出数字，注明地区、时间和出处。
Read reports: articles, measures, and every figure with what it counts, where, when and where it stands.

  FILE         DOCX, PDF with a text layer, HTML, or text in UTF-8, UTF-16 or GB18030; several may be given
  --json       print one object a file, on a line of its own:
               {file, articles: [{title, start, end, region, measures}],
                facts: [{valueStart, valueEnd, value, unit, kind, subject, region, period, comparison, …}]}
  --texts DIR  write the text of each file as it was read into this folder

Places are code points of the text; of a DOCX, PDF or HTML file they count in what --texts writes.
A file that cannot be read is told with its reason ({file, error} with --json), and the others go on.
Exit codes: 0 all read; 1 a file that could not be read; 2 wrong usage.`,
  match: `kehui match --corpus FILE.jsonl --queries FILE.jsonl [options]
需求与成果、专家、机构按文字（也可按意思）相近配对，每条说明理由。Find what is closest to each query in words, or in meaning too, and say why.

  --corpus FILE     what is searched, one JSON object a line: {"id", "title"?, "text"}; a word in the title counts double
  --queries FILE    what is wanted, one a line: {"query"} or {"text"}, with an "id" or without, or a JSON string
  --k N             at most so many a query, best first; 10 otherwise
  --pack DIR        words of this pack (a folder or an id): terms, synonyms, abbreviations; may be repeated.
                    Those of all shipped packs without any
  --embeddings PLACE
                    also what is close in meaning, fused with the words by reciprocal rank: a folder with model.onnx and
                    tokenizer.json, or the address of an OpenAI-compatible endpoint, to which all texts are then sent;
                    its key is read from KEHUI_EMBEDDINGS_KEY
  --model NAME      the model of an endpoint
  --json            print [{query, hits: [{id, score, reasons: [{word, share}]}]}]; with --embeddings also similarity

A query without a word that says anything, such as “。” or “的”, has no hits. Files are UTF-8.
Exit codes: 0 searched; 1 a line that could not be read; 2 wrong usage.`,
  matrix: `kehui matrix --table FILE --out FILE.xlsx [options]
摸底培育：一张企业表 × 全部政策，写成培育清单。Every programme for every company of a table, as a cultivation list.

  --table FILE      companies as a table (.csv, .xlsx), one a row
  --out FILE.xlsx   the workbook: an overview, the companies, a sheet for each programme
  --pack DIR        also programmes of this pack (a folder or an id), wherever the companies are; may be repeated.
                    Only it and what it extends are then loaded
  --programme ID    only this programme; may be repeated
  --rows all|cultivable
                    all, or only those who do not meet a programme yet and are within reach of it
  --on DATE         decision date, 2026-11-24; today in Asia/Shanghai otherwise
  --lang zh|en      language of the workbook
  --json            print {on, companies: [{name, creditCode, place, programmes: {ID: {verdict, amountFen, …}}}]}

Without --pack, programmes of the country and of the place in the column 注册地 are decided.
Exit codes: 0 written; 1 refused input, nothing written; 2 wrong usage.`,
  portrait: `kehui portrait COMPANY --region PACK [--out FILE] [--json]
企业画像：一家企业的数据、资质阶梯、可享政策和最该补的事实。
All that is known of a company: figures, ladders of titles, programmes, and which facts would decide most.

  COMPANY           its name, its credit code or its id
  --region PACK     the region, by the id of its pack, such as demo
  --out FILE        write a file: .pdf or .docx (the development report), .txt or .json
  --lang zh|en      language of titles and texts
  --json            print {subject, on, counts, certain, possible, completeness, ladders, trends, facts, titles, …}

The server of the data folder (KEHUI_DATA) is asked where one runs; otherwise its database is opened here.
Exit codes: 0 done; 1 no such company, or several; 2 wrong usage.`,
  resolve: `kehui resolve --left FILE.jsonl --right FILE.jsonl [options]
两份名单对照：左边的每条记录可能是右边的哪一条，得分多少、为什么。
Which records of the right file each record of the left file may be, how surely, and why.

  --left FILE       one JSON object a line: {"id": "1", "name": "…", …}; - reads standard input
  --right FILE      the same; all of it is compared with each left record
  --top N           at most so many candidates a record; 10 otherwise
  --names KIND      all names are of one kind: organisation, person or work; told from each pair otherwise
  --lang zh|en      language of the reasons
  --json            print [{id, candidates: [{id, score, band, reasons}]}], best first

“name” is the name of a company, a person or a work; “short”, “alias” and “formerName” are further names of it.
Every other field is compared with the field of the same name, as text, number or code; “id” is never compared.
Social credit codes, ORCID iDs, patent numbers and DOIs are known by their form, and settle it where they agree.
score: 0 to 1; band: same from 0.95, review from 0.5, different below.
Exit codes: 0 compared; 1 lines that could not be read, named and left out, or a file that could not; 2 wrong usage.`,
  assign: `kehui assign --input FILE.json [--mode stable|coverage] [--json]
双向分配：按双方意愿和容量配对：没有两方都更愿意换到一起，或先让尽量多的对象有人服务、再让总分最高。
Bring two sides together: so that no two would both rather have each other, or so that as many as can be are served.

  --input FILE.json  {"left": [{"id", "capacity"?}], "right": [{"id", "capacity"?}],
                      "pairs": [{"left", "right", "score"}]}: the eligible pairs, more is better;
                      leftScore and rightScore where the two sides differ. A capacity is 1 otherwise; 0 takes nobody;
                      "mode"?; "previous"?: [{"left", "right"}], who was together before, and "keep"?: what it is
                      worth, in scores, that they stay (0: of equal ones only)
  --mode MODE        stable (otherwise), or coverage: most of the right side served, then the highest sum of scores
  --json             print {mode, pairs: [{left, right}], leftAlone, rightAlone, blocking, total,
                     changes?: {kept, added, ended}}

Exit codes: 0 assigned; 1 a file that could not be read, or what cannot be solved; 2 wrong usage.`,
  budget: `kehui budget --region PACK [--programme ID…] [--budget AMOUNT --method NAME] [--json]
资金测算：政策要多少钱、由谁承担、哪年支付；预算不够时谁落在外面。
What programmes cost, who pays and when; with --budget, who falls out where it is short.

  --region PACK     the region, by the id of its pack, such as demo
  --programme ID    only this programme; may be repeated; those of the region's own pack otherwise
  --budget AMOUNT   3000万元, 1.5亿元 or 800元: allocates it among those whom one programme pays
  --method NAME     rank, first-come, pro-rata (default) or over-years
  --partly          the first for whom the rest is not enough has that rest
  --possible        counts what is still open too, at its most
  --lang zh|en      language of titles
  --json            print {on, kinds: [{benefit, certainFen, possibleFen, costs, programmes}], choices}, or the
                    allocation: {budgetFen, askedFen, paidFen, leftFen, shares, years, …}

The server of the data folder (KEHUI_DATA) is asked where one runs; otherwise its database is opened here.
Exit codes: 0 done; 1 refused; 2 wrong usage.`,
  leads: `kehui leads --programme ID --region PACK [--freeze --by NAME] [--json]
免申即享：只凭登记数据找出拟兑现线索。Who is to be paid without asking, by register data alone.

  --programme ID    the programme; in another mode than 免申即享 the list is of cultivation leads
  --region PACK     the region, by the id of its pack, such as demo
  --freeze          freeze the list as of today; without it nothing is written and only counts are told
  --by NAME         who stands by it; --note TEXT adds a remark
  --lang zh|en      language of titles and reasons
  --json            print the preview, or the frozen list with its entries

The server of the data folder (KEHUI_DATA) is asked where one runs; otherwise its database is opened here.
Exit codes: 0 done; 1 refused; 2 wrong usage.`,
  run: `kehui run --region PACK [--on DATE] [--json]
全区测算：对一个地区的全部对象测算当日有效的全部政策，并记录与上次相比的变化。
Decide all programmes in force for all subjects of a region, and record what changed since the last run.

  --region PACK     the region, by the id of its pack, such as demo
  --on DATE         decision date, 2026-11-24; today in Asia/Shanghai otherwise
  --lang zh|en      language of titles
  --json            print the run: {id, on, state, subjects, programmes, changes, faults, items, changed, reasons}

The server of the data folder (KEHUI_DATA) is asked where one runs; otherwise its database is opened here, or that
of DATABASE_URL. Progress goes to standard error. Ctrl-C cancels; nothing of a cancelled run is kept.
Exit codes: 0 done; 1 refused, cancelled or failed; 2 wrong usage.`,
}

export function helpFor(command: string): string | undefined {
  return COMMANDS.some((c) => c === command) ? HELP[command as Command] : undefined
}

export function overview(): string {
  return `科惠 Kehui: innovation programmes as code

  kehui assign --input FILE    双向分配           two sides, stably brought together
  kehui budget                 预算测算           what programmes cost, and who falls out of a short budget
  kehui check [PACK…]          检查政策包与算例   check packs and their examples
  kehui diff OLD NEW           比较两个版本       what changed, and for whom
  kehui evaluate --facts FILE  逐项评估           what a subject is owed, and why
  kehui form ID --out FILE     填好自评表         a self-assessment form, filled in
  kehui import FILE            导入资源           read a file of resources, or tell what a table says
  kehui ingest FILE…           读取报告中的数字   facts out of reports
  kehui leads --programme ID   免申即享线索       who is to be paid without asking
  kehui match --corpus FILE    供需匹配           what is closest, and why
  kehui matrix --table FILE    摸底培育清单       every programme for every company
  kehui portrait COMPANY       企业画像           a company on one page, or its report as a file
  kehui resolve --left --right 两份名单对照       which records are the same
  kehui run --region PACK      全区测算           every programme for a whole region

kehui COMMAND --help says more; kehui --version prints the version.`
}
