// What a large organisation needs is made without the page standing still: it came from the worker that read it, is on its way from there,
// or is made here in slices. Small ones derive what they need when it is asked for.
import { analysisAfter, analysisOf, analysisSteps } from '../analysis/analyse'
import type { Steps } from '../base/steps'
import { placeSteps } from '../layout/place'
import { keepStrata } from '../layout/strata'
import type { Layout, Placing } from '../layout/types'
import type { Org, OrgDoc } from '../model/types'
import { keepReady } from '../scene/far/ready'
import { keepSums } from '../scene/far/sums'
import { isReady, readySteps } from '../scene/overlays/ready'
import type { Later, Turned } from '../worker/open'
import type { Ports } from './app'
import {
  chartLike,
  deriveEdited,
  isPlaced,
  isToCount,
  placingFor,
  replaceLayouts,
  seed,
  selectAnalysis,
  selectKnown,
  selectOrg,
} from './derived'
import { inSlices, type SliceOptions } from './slices'
import { isToTry, triedSteps } from './trial'
import type { AppState, Session } from './types'

interface Reach {
  readonly get: () => AppState
  readonly ports: Ports
  readonly setSession: (part: Partial<Session>) => void
}

export function makerOf({ get, ports, setSession }: Reach) {
  /** What the worker is still making. */
  let arriving: { readonly org: Org; readonly layouts: Promise<void> } | null = null
  const placing = latest()
  const replacing = latest()
  const counting = latest()
  const trying = latest()
  const preparing = latest()
  const make = <T>(steps: Steps<T>, signal: AbortSignal, how: SliceOptions, then: (made: T) => void) =>
    inSlices(steps, ports.slices, signal, how).then((made) => {
      if (made !== null) then(made)
    }, globalThis.reportError)

  /** Takes what comes after the chart, part by part, until there is no more or `signal` says that nobody wants it. */
  const receive = async (org: Org, shown: Layout | null, later: AsyncGenerator<Later, void>, signal: AbortSignal) => {
    let arePlaced = () => {}
    const layouts = new Promise<void>((resolve) => {
      arePlaced = resolve
    })
    arriving = { org, layouts }
    try {
      for await (const part of later) {
        if (part.kind === 'turned') {
          keepTurned(org, shown, part.turned)
          arePlaced()
        } else {
          const analysis = analysisOf(org, part.columns, { today: get().session.today })
          keepSums(analysis, part.sums)
          seed({ org, analysis })
          setSession({ counted: org.doc })
          prepare()
        }
      }
    } catch (error) {
      if (!signal.aborted) globalThis.reportError?.(error) // what did not come is made here
    }
    arePlaced()
    if (arriving?.org === org) arriving = null
    if (!signal.aborted) count()
  }

  /** Calls `then` once the charts that the view asks for are there: at once where they are. The last wish counts. */
  const whenPlaced = (then: () => void): void => {
    const signal = placing()
    const missing = placingsAsked(get()).find((one) => !isPlaced(get(), one))
    if (missing) void place(missing, signal).then(() => !signal.aborted && whenPlaced(then), globalThis.reportError)
    else then()
  }
  const place = async (missing: Placing, signal: AbortSignal) => {
    const org = selectOrg(get())
    if (arriving && arriving.org === org) await arriving.layouts
    if (!org || signal.aborted || isPlaced(get(), missing)) return
    await make(placed(org, [missing]), signal, {}, (layouts) => seed({ org, layouts }))
  }

  /** Has the cases of the document on the page counted, where that is not done yet. */
  const count = (): void => {
    const signal = counting()
    const org = selectOrg(get())
    if (!org || arriving?.org === org) return // it is asked again when all has come
    if (!isToCount(org.doc)) {
      if (get().session.counted) setSession({ counted: org.doc })
      prepare()
      return
    }
    const before = selectAnalysis(get())
    void make(
      before ? analysisAfter(before, org) : analysisSteps(org, { today: get().session.today }),
      signal,
      { isSeen: true },
      (analysis) => {
        seed({ org, analysis })
        setSession({ counted: org.doc })
        tryOut()
        prepare()
      },
    )
  }

  /** Has made what is laid over the chart asks of all roles; until then the chart shows what it shows first. */
  const prepare = (): void => {
    const signal = preparing()
    const [org, analysis, { overlay }] = [selectOrg(get()), selectKnown(get()), get().view]
    if (!org || !analysis || analysis.isUncounted || isReady(overlay, org, analysis)) return
    void make(readySteps(overlay, analysis), signal, { isSeen: true }, () => setSession({})) // it is there: everybody looks again
  }

  /** Has what is tried counted, in a large file; what nobody points at any more is dropped. */
  const tryOut = (): void => {
    const signal = trying()
    if (!isToTry(get())) return
    void make(triedSteps(get()), signal, {}, () => setSession({})) // it is there: everybody looks again
  }

  /** An edit, undo or redo puts another document on the page, which it does by calling `put`. */
  const change = (before: OrgDoc, after: OrgDoc, put: () => void): void => {
    const areBoxesLeft = deriveEdited(before, after, get().session.counted)
    put()
    const org = selectOrg(get())
    const signal = replacing()
    if (org && !areBoxesLeft)
      void make(placed(org, placingsShown(get())), signal, {}, (layouts) => {
        replaceLayouts(org, layouts)
        setSession({}) // another chart of the same placing
      })
    count()
  }

  return { receive, whenPlaced, count, change, tryOut, prepare }
}

function keepTurned(org: Org, shown: Layout | null, turned: readonly Turned[]) {
  for (const { layout, ready, strata } of turned) {
    keepReady(layout, ready)
    if (!shown || !strata) continue
    if (shown.placing.orientation === 'flipped') keepStrata(layout, shown, strata)
    else keepStrata(shown, layout, strata)
  }
  seed({ org, layouts: turned.map(({ layout }) => layout) })
}

/** Every call ends the wish of the last one. */
export function latest(): () => AbortSignal {
  let wish = new AbortController()
  return () => {
    wish.abort()
    wish = new AbortController()
    return wish.signal
  }
}

function placingsAsked(state: AppState): readonly Placing[] {
  return state.view.isBoth ? [placingFor(state, 'conventional'), placingFor(state, 'flipped')] : [placingFor(state)]
}
function placingsShown(state: AppState): readonly Placing[] {
  const { at, turning } = state.session.stand
  return [...new Set([...(turning ? [turning.from, turning.to] : [at]), ...placingsAsked(state)])]
}

function* placed(org: Org, placings: readonly Placing[]): Steps<readonly Layout[]> {
  const layouts: Layout[] = []
  for (const placing of placings) layouts.push(yield* placeSteps(org, placing, chartLike(org, placing)))
  return layouts
}
