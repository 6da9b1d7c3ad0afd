import { parseArgs } from 'node:util'
import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { readConfig, StartupError } from '@kehui/server'
import { type RegionRun, type RegionRunDetail, RunRefused, runFrom } from '@kehui/server/region-run'
import { parsed } from './arguments.js'
import { type Output, UsageError } from './output.js'

const OPTIONS = {
  region: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** `kehui run`: all programmes for a whole region. */
export async function runRegion(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { region, on, lang = 'zh', json = false } = values
  if (region === undefined) throw new UsageError('give --region PACK, such as demo')
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  try {
    const run = await runFrom(readConfig(), {
      region,
      on,
      lang,
      signal: stopping.signal,
      progress: progressTo(out, lang),
      told: (line) => out.complain(line),
    })
    out.print(json ? JSON.stringify(run, null, 2) : told(run, lang))
    return run.state === 'done' ? 0 : 1
  } catch (error) {
    if (!(error instanceof RunRefused) && !(error instanceof StartupError)) throw error
    const message = error instanceof StartupError ? `${error.message} ${error.next}` : error.message
    out.complain(json ? JSON.stringify({ error: message }) : message)
    return 1
  } finally {
    process.removeListener('SIGINT', stop)
  }
}

const PHASES = {
  zh: { facts: '整理事实', columns: '读取', programmes: '测算政策', done: '完成' },
  en: { facts: 'facts', columns: 'reading', programmes: 'programmes', done: 'done' },
}

/** A line whenever another tenth is done. */
function progressTo(out: Output, lang: Lang): (run: RegionRun) => void {
  let last = ''
  return ({ phase, share, done, total }) => {
    const line = `${String(Math.floor(share * 10) * 10).padStart(3)}%  ${PHASES[lang][phase]}`
    if (line === last) return
    last = line
    out.complain(total > 0 ? `${line} ${done}/${total}` : line)
  }
}

function told(run: RegionRunDetail, lang: Lang): string {
  const zh = lang === 'zh'
  if (run.state !== 'done') {
    const why = run.problem === null ? '' : `${zh ? '：' : ': '}${run.problem}`
    const words = {
      cancelled: zh ? '已取消，未保留任何结果' : 'Cancelled; nothing of it is kept',
      failed: zh ? '失败，未保留任何结果' : 'Failed; nothing of it is kept',
      interrupted: zh ? '已中断' : 'Interrupted',
      running: zh ? '仍在进行' : 'Still running',
    }
    return `${words[run.state]}${why}`
  }
  const met = run.items.reduce((sum, item) => sum + item.met, 0)
  const open = run.items.reduce((sum, item) => sum + item.open, 0)
  const head = zh
    ? `${run.on}：${run.subjects} 个对象 × ${run.programmes} 项政策，符合 ${met} 项次，待确认 ${open} 项次，比上次变化 ${run.changes} 项次`
    : `${run.on}: ${run.subjects} subjects × ${run.programmes} programmes, ${met} met, ${open} open, ${run.changes} otherwise than last time`
  const rows = run.items
    .filter(({ met }) => met > 0)
    .sort((a, b) => b.met - a.met)
    .map(({ programme, met, leastFen }) => {
      const money = leastFen === '0' ? '' : `  ${moneyWords(leastFen, lang)}`
      return `  ${String(met).padStart(8)}  ${programme.title}${money}`
    })
  const reasons = run.reasons.map(({ label, count }) => `${label} ${count}`)
  const lines = [head, ...rows]
  if (reasons.length > 0)
    lines.push(`${zh ? '变化原因：' : 'Changes from: '}${reasons.join(zh ? '，' : ', ')}`)
  if (run.faults > 0)
    lines.push(
      zh
        ? `${run.faults} 处事实超出取值范围，按未知处理，见驾驶舱“全区测算”`
        : `${run.faults} stored values are out of their range and count as not known; the cockpit lists them`,
    )
  return lines.join('\n')
}
