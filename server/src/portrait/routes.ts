import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { languageOf } from '../http/language.js'
import { portraitOf } from './compose.js'
import { REPORT_FILES, reportFile } from './report/files.js'
import { Portrait } from './schema.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const InLang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
const AtFile = Type.Object({
  ...Id.properties,
  file: Type.Union([Type.Literal('pdf'), Type.Literal('docx'), Type.Literal('txt')]),
})

/** A company on one page: figures with their trend, titles and ladders, rights, people, links, programmes. */
export async function portraitRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/subjects/:id/portrait',
    {
      schema: {
        summary: 'All that is known of a subject, what that comes to, and which facts would decide most',
        params: Id,
        querystring: InLang,
        response: { 200: Portrait },
      },
    },
    async (request) => portraitOf(context, request.params.id, languageOf(request)),
  )
  api.get(
    '/subjects/:id/report/:file',
    {
      schema: {
        summary: 'The development report as a PDF, a Word file or plain text',
        params: AtFile,
        querystring: InLang,
      },
    },
    async (request, reply) => {
      const { id, file } = request.params
      const lang = languageOf(request)
      const portrait = await portraitOf(context, id, lang)
      const content = await reportFile(portrait, file, lang)
      const name = portrait.subject.name.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
      const encoded = encodeURIComponent(
        `${name}-${lang === 'zh' ? '发展报告' : 'report'}-${portrait.on}.${file}`,
      )
      return reply
        .type(REPORT_FILES[file])
        .header('content-disposition', `attachment; filename="report.${file}"; filename*=UTF-8''${encoded}`)
        .send(Buffer.from(content))
    },
  )
}
