import '../../text/area/portrait.js'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { saveFile } from '../../ui/save-file.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const FILES = ['pdf', 'docx'] as const
type File = (typeof FILES)[number]

/** The development report as a file. */
export function ReportButtons({ company, name }: { readonly company: string; readonly name: string }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const [making, setMaking] = useState<File | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (file: File) => {
    setMaking(file)
    setProblem(null)
    try {
      saveFile(
        await api.developmentReport(company, file, { lang }),
        `${name}-${t('portrait.report')}.${file}`,
      )
    } catch (cause) {
      setProblem(messageOf(cause))
    }
    setMaking(null)
  }
  return (
    <div className="actions no-print">
      {problem !== null && <span role="alert">{problem}</span>}
      {FILES.map((file) => (
        <button
          key={file}
          type="button"
          className={`button${file === 'pdf' ? ' primary' : ''}`}
          aria-disabled={making !== null}
          onClick={() => (making === null ? save(file) : undefined)}
        >
          <Icon name="download" />
          {t(making === file ? 'portrait.report.making' : `portrait.report.${file}`)}
        </button>
      ))}
    </div>
  )
}
