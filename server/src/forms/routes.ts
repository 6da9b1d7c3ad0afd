import type { FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import Value from 'typebox/value'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { type AskedForm, askForm, listForms } from './ask.js'
import { disposition, FORM_FILES, type FormFile, formFile } from './files.js'
import { FormList, FormWish, SelfAssessment, WhatIfColumns } from './schema.js'

const Id = { id: Type.String({ format: 'uuid' }) }
const Params = Type.Object({ ...Id, programme: Type.String({ maxLength: 200 }) })
const Lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
/** `years=2024,2025`. */
const Query = Type.Object({
  ...Lang,
  on: Type.Optional(Type.String({ format: 'date' })),
  years: Type.Optional(Type.String({ pattern: '^(19|20)\\d\\d(,(19|20)\\d\\d){0,5}$' })),
  /** Columns of what would be, as JSON. */
  'what-if': Type.Optional(Type.String({ maxLength: 6000 })),
})
const AtFile = Type.Object({
  ...Params.properties,
  file: Type.Union([Type.Literal('xlsx'), Type.Literal('pdf')]),
})
const FILE = {
  description: 'The form as a file',
  content: { 'application/octet-stream': { schema: Type.Any() } },
}

/** Self-assessment forms: filled in from the register, by year or by “what if”, as JSON, XLSX and PDF. */
export async function formRoutes(api: App, context: AppContext): Promise<void> {
  const at = '/subjects/:id/forms'
  api.get(
    at,
    {
      schema: {
        summary: 'The self-assessment forms that are for this subject',
        params: Type.Object(Id),
        querystring: Type.Object(Lang),
        response: { 200: FormList },
      },
    },
    async (request) => listForms(context, request.params.id, languageOf(request)),
  )
  api.get(
    `${at}/:programme`,
    {
      schema: {
        summary: 'One form, filled in from what is known, a column a year',
        params: Params,
        querystring: Query,
        response: { 200: SelfAssessment },
      },
    },
    async (request) =>
      (await asked(context, request.params, wishOf(request.query), languageOf(request))).form,
  )
  api.post(
    `${at}/:programme`,
    {
      schema: {
        summary: 'One form with columns of what would be; stores nothing',
        params: Params,
        querystring: Type.Object(Lang),
        body: FormWish,
        response: { 200: SelfAssessment },
      },
    },
    async (request) => (await asked(context, request.params, request.body, languageOf(request))).form,
  )
  fileRoutes(api, context, `${at}/:programme/:file`)
}

function fileRoutes(api: App, context: AppContext, at: string): void {
  api.get(
    at,
    {
      schema: {
        summary: 'The form as a workbook whose formulas compute the same, or as a PDF to sign',
        params: AtFile,
        querystring: Query,
        response: { 200: FILE },
      },
    },
    async (request, reply) => {
      const form = await asked(context, request.params, wishOf(request.query), languageOf(request))
      return send(reply, context, form, request.params.file)
    },
  )
}

function asked(
  context: AppContext,
  { id, programme }: { readonly id: string; readonly programme: string },
  wish: FormWish,
  lang: 'zh' | 'en',
): Promise<AskedForm> {
  return askForm(context, id, programme, { ...wish, lang })
}

function wishOf({ on, years, ...rest }: Static<typeof Query>): FormWish {
  const whatIf = rest['what-if']
  return {
    ...(on === undefined ? {} : { on }),
    ...(years === undefined ? {} : { years: years.split(',').map(Number) }),
    ...(whatIf === undefined ? {} : { whatIf: supposedColumns(whatIf) }),
  }
}

function supposedColumns(text: string): NonNullable<FormWish['whatIf']> {
  try {
    const columns: unknown = JSON.parse(text)
    if (Value.Check(WhatIfColumns, columns)) return columns
  } catch {
    // What is no JSON is refused below, like JSON of another form.
  }
  throw new HttpError('request.invalid', {
    problems: ['what-if: a JSON list such as [{"facts": {"研发费用": "90 万元"}}]'],
  })
}

async function send(reply: FastifyReply, { library }: AppContext, form: AskedForm, kind: FormFile) {
  const file = await formFile(library, form, kind)
  if (!file) throw new HttpError('form.no-formulas', { id: form.form.programme })
  const { title, subject } = form.form
  return reply
    .header('content-type', FORM_FILES[kind])
    .header('content-disposition', disposition(`${subject.name}-${title}`, kind))
    .send(Buffer.from(file))
}
