// The job `open`: everything the page will ask of an organisation, what it shows first before the rest. Runs in a worker, so that no file
// freezes the tab.
//
//   files ─ read, build ─► Org ─ place ─► the chart that is looked at ─► the page paints
//                           └─ a copy ──► the charts one key away ─► what is counted
import { type AnalysisColumns, analysisColumns } from '../analysis/analyse'
import type { Analysis } from '../analysis/types'
import { uncounted } from '../analysis/uncounted'
import { copied } from '../base/transfer'
import { placeOrg } from '../layout/place'
import { type Stratum, strataOf } from '../layout/strata'
import type { Layout } from '../layout/types'
import type { Org } from '../model/types'
import { type Ready, readyFor } from '../scene/far/ready'
import { type Sums, sumsOf } from '../scene/far/sums'
import { type Looked, placingOf, turnedFrom } from './looked'
import { type ReadFile, type ReadOutput, type ReadProgress, read } from './read'

export interface OpenInput {
  readonly files: readonly ReadFile[]
  readonly looked: Looked
  /** As `2026-11-22`: what was accepted until a day before is a finding again. */
  readonly today?: string | undefined
}
export interface Read extends ReadOutput {
  readonly kind: 'read'
  /** As it is looked at; null where there is no organisation. */
  readonly layout: Layout | null
  /** What a far picture of it asks of every box. */
  readonly ready: Ready | null
  /** What is known of it before anything is counted. */
  readonly uncounted: Analysis | null
}
/** A chart one key away, and what a turn to it from the one that is looked at asks of every box. */
export interface Turned {
  readonly layout: Layout
  readonly ready: Ready
  /** Asked from the conventional chart; null between two charts of one orientation. */
  readonly strata: readonly Stratum[] | null
}
/** What comes after the chart is on the page. */
export type Later =
  /** Together, since they may share columns. */
  | { readonly kind: 'turned'; readonly turned: readonly Turned[] }
  | { readonly kind: 'counted'; readonly columns: AnalysisColumns; readonly sums: Sums }
export type OpenAnswer = Read | Later

export async function* open(
  { files, looked, today }: OpenInput,
  report: (progress: ReadProgress) => void,
): AsyncGenerator<OpenAnswer, void> {
  const output = await read(files, report)
  if (!output.org) return yield { kind: 'read', ...output, layout: null, ready: null, uncounted: null }
  report({ stage: 'placing' })
  const placing = placingOf(output.org, looked)
  const layout = placeOrg(output.org, placing)
  const ready = readyFor(layout, output.org.structure)
  const org = copied(output.org)
  const from = copied(layout)
  yield { kind: 'read', ...output, layout, ready, uncounted: uncounted(org) }
  yield { kind: 'turned', turned: turnedFrom(org, placing).map((one) => turnedInto(org, from, placeOrg(org, one))) }
  const columns = analysisColumns(org, { today })
  const sums = sumsOf(org, columns.roleColumns)
  yield { kind: 'counted', columns, sums }
}

function turnedInto(org: Org, from: Layout, to: Layout): Turned {
  const isBack = from.placing.orientation === 'flipped'
  const isHeadstand = from.placing.orientation !== to.placing.orientation
  const strata = !isHeadstand ? null : isBack ? strataOf(to, from) : strataOf(from, to)
  return { layout: to, ready: readyFor(to, org.structure), strata }
}
