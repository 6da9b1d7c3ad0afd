import { checkDraft, otherId, problemOf, textHash, withProgramme } from '@kehui/domain/packs/publishing'
import { parametersOf } from '@kehui/domain/packs/writing'
import type { Library, Programme } from '@kehui/domain/rules'
import { inLang, type Lang, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { textCsv, textXlsx } from '../text-table/text-table.js'
import { tableOf, WIDTHS } from './file.js'
import { named } from './named.js'
import { openRegion, type SandboxRegion } from './region.js'
import { resultOf, type Worked } from './result.js'
import type {
  SandboxAnswer,
  SandboxAsk,
  SandboxCheck,
  SandboxFileAsk,
  SandboxSettled,
  SandboxSubject,
} from './schema.js'
import { settledBy } from './settled.js'
import { type Trial, tryOut } from './trial.js'

/** Rows of each list on the page; the files hold all. */
const LISTED = 20
/** Two texts that are compared, the one in force, and those that one goes back to. */
const TRIALS = 8

interface Good {
  readonly ok: true
  readonly library: Library
  readonly programme: Programme
  /** Names the text. */
  readonly key: string
}
type Loaded = Good | { readonly ok: false; readonly problems: SandboxAnswer['problems'] }

/** A result with all rows of its lists. */
export type Whole = Omit<Worked, 'gains' | 'losses'> & {
  readonly gains: readonly SandboxSubject[]
  readonly losses: readonly SandboxSubject[]
}

/** What is in force, and where the facts are. */
export type SandboxGround = Pick<AppContext, 'library' | 'pool' | 'today'>

/** What changed texts would do to the region; its facts stay in memory between two questions. */
export class Sandbox {
  private readonly context: SandboxGround
  private open: {
    readonly library: Library
    readonly on: string
    readonly region: Promise<SandboxRegion>
  } | null = null
  private readonly trials = new Map<string, Trial>()

  constructor(context: SandboxGround) {
    this.context = context
  }

  /** Takes up what was written since; for a page that opens. */
  async refresh(): Promise<void> {
    await this.regionFor([], true)
  }

  check({ programme, pack, text }: SandboxAsk): SandboxCheck {
    const { library } = this.context
    return checkDraft(library, { programme, pack, source: { path: pathOf(library, pack, programme), text } })
      .check
  }

  async answer(ask: SandboxAsk, lang: Lang): Promise<SandboxAnswer> {
    const began = performance.now()
    const loaded = this.load(ask, ask.text)
    if (!loaded.ok) return { problems: loaded.problems, againstLoads: true, parameters: [], result: null }
    const { library, programme } = loaded
    const against = this.against(ask)
    const { result, columns } = await this.work(loaded, against.good, { lang, most: LISTED })
    const parameters = parametersOf(ask.text, programme, lang)
    const millis = performance.now() - began
    const { gains, losses } = await this.withNames(columns, result)
    const together = togetherWith(library, programme, lang)
    return {
      problems: [],
      againstLoads: against.loads,
      parameters,
      result: { ...result, gains, losses, together, millis },
    }
  }

  /** All rows of the lists, the groups or the conditions, as a file. */
  async file({ table, format, ...ask }: SandboxFileAsk, lang: Lang): Promise<Uint8Array> {
    const lines = tableOf(await this.whole(ask, lang), table, lang)
    return format === 'xlsx' ? await textXlsx(lines, WIDTHS) : Buffer.from(textCsv(lines))
  }

  private async whole(ask: SandboxAsk, lang: Lang): Promise<Whole> {
    const loaded = this.loadOrRefuse(ask)
    const all = { lang, most: Number.POSITIVE_INFINITY }
    const { result, columns } = await this.work(loaded, this.against(ask).good, all)
    return { ...result, ...(await this.withNames(columns, result)) }
  }

  private async withNames(columns: SandboxRegion['columns'], { gains, losses }: Worked) {
    const { pool, library } = this.context
    const region = await regionOf(pool)
    const [up = [], down = []] = await named(pool, region, library, columns, [gains, losses])
    return { gains: up, losses: down }
  }

  /** What is left after programmes that exclude or cap one another were settled; asked for once a writer pauses. */
  async settled(ask: SandboxAsk, lang: Lang): Promise<SandboxSettled> {
    const loaded = this.loadOrRefuse(ask)
    const { good } = this.against(ask)
    const { region, on } = await this.ready(loaded, good)
    const before = good?.library ?? without(this.context.library, ask.programme)
    const day = parseDay(on) ?? 0
    return settledBy(region, { programme: ask.programme, now: loaded.library, before, on: day, lang })
  }

  private loadOrRefuse(ask: SandboxAsk): Good {
    const loaded = this.load(ask, ask.text)
    if (loaded.ok) return loaded
    const [first] = loaded.problems
    throw new HttpError('sandbox.does-not-load', {
      problem: first ? `${first.line}:${first.column} ${first.message}` : '',
    })
  }

  private load({ programme, pack }: SandboxAsk, text: string): Loaded {
    const { library } = this.context
    const found = withProgramme(library, pack, { path: pathOf(library, pack, programme), text })
    if (!found.ok) return { ok: false, problems: found.diagnostics.map(problemOf) }
    const other = otherId(found.programme, programme)
    if (other) return { ok: false, problems: [problemOf(other)] }
    return { ...found, key: textHash(text) }
  }

  private against(ask: SandboxAsk): { readonly good: Good | null; readonly loads: boolean } {
    const { library } = this.context
    if (ask.against !== null) {
      const loaded = this.load(ask, ask.against)
      return { good: loaded.ok ? loaded : null, loads: loaded.ok }
    }
    const programme = library.programmes.get(ask.programme)
    const good = programme ? { ok: true as const, library, programme, key: programme.version } : null
    return { good, loads: true }
  }

  private async work(
    loaded: Good,
    against: Good | null,
    { lang, most }: { lang: Lang; most: number },
  ): Promise<{ result: Worked; columns: SandboxRegion['columns'] }> {
    const { region, now, before, on } = await this.ready(loaded, against)
    const funnel = region.machine.funnel(now.program, now.table, now.scope.mask)
    return { result: resultOf(now, before, funnel, { on, lang, most }), columns: region.columns }
  }

  /** Both texts worked out, in a region that holds what they look at. */
  private async ready(loaded: Good, against: Good | null) {
    const on = this.context.today()
    let region = await this.regionFor()
    let tried = this.both(region, loaded, against, on)
    if (!tried) {
      region = await this.regionFor([loaded, ...(against ? [against] : [])])
      tried = this.both(region, loaded, against, on)
    }
    if (!tried) throw new Error(`the columns of ${loaded.programme.id} are filled`)
    return { region, on, ...tried }
  }

  /** Null where one of them looks at facts that were not read. */
  private both(region: SandboxRegion, loaded: Good, against: Good | null, on: string) {
    const now = this.trial(region, loaded, on)
    const before = against && this.trial(region, against, on)
    return now && (before || !against) ? { now, before } : null
  }

  private trial(region: SandboxRegion, { library, programme, key }: Good, on: string): Trial | null {
    const name = `${key} ${on}`
    const known = this.trials.get(name)
    if (known) {
      this.trials.delete(name)
      this.trials.set(name, known)
      return known
    }
    const made = tryOut(region, library, programme, parseDay(on) ?? 0)
    if (!made) return null
    this.trials.set(name, made)
    const [oldest] = this.trials.keys()
    if (this.trials.size > TRIALS && oldest !== undefined) this.trials.delete(oldest)
    return made
  }

  /** The region as it was read; anew where the library or the day is another one, or texts want facts that lack. */
  private regionFor(drafts: readonly Good[] = [], anew = false): Promise<SandboxRegion> {
    const { pool, library } = this.context
    const on = this.context.today()
    const { open } = this
    if (open && drafts.length === 0 && !anew && open.library === library && open.on === on) return open.region
    const region = regionOf(pool).then((id) =>
      openRegion({
        pool,
        region: id,
        library,
        on: parseDay(on) ?? 0,
        drafts: drafts.map(({ programme }) => programme),
      }),
    )
    const opened = { library, on, region }
    this.open = opened
    this.trials.clear()
    region.catch(() => {
      if (this.open === opened) this.open = null
    })
    return region
  }
}

function without(library: Library, id: string): Library {
  return { ...library, programmes: new Map([...library.programmes].filter(([other]) => other !== id)) }
}

function pathOf(library: Library, pack: string, id: string): string {
  return library.programmes.get(id)?.at.file ?? `${pack}/programmes/${id}.yaml`
}

function togetherWith(library: Library, programme: Programme, lang: Lang) {
  const excludes = (one: Programme) => one.excludes.flatMap((exclusion) => exclusion.with)
  const own = excludes(programme)
  return [...library.programmes.values()].flatMap((other) =>
    other.id !== programme.id &&
    (own.includes(other.id) ||
      excludes(other).includes(programme.id) ||
      (other.stack !== null && other.stack.group === programme.stack?.group))
      ? [{ id: other.id, title: inLang(other.title, lang) }]
      : [],
  )
}
