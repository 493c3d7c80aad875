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
import type { Layout } from '../layout/types'
import { type Looked, placingOf, turnedFrom } from './looked'
import { type ReadFile, type ReadOutput, type ReadProgress, read } from './read'

export interface OpenInput {
  readonly files: readonly ReadFile[]
  readonly looked: Looked
}
export interface Read extends ReadOutput {
  readonly kind: 'read'
  /** As it is looked at; null where there is no organisation. */
  readonly layout: Layout | null
  /** What is known of it before anything is counted. */
  readonly uncounted: Analysis | null
}
/** What comes after the chart is on the page. */
export type Later =
  /** Together, since they may share columns. */
  { readonly kind: 'layouts'; readonly layouts: readonly Layout[] } | { readonly kind: 'counted'; readonly columns: AnalysisColumns }
export type OpenAnswer = Read | Later

export async function* open({ files, looked }: OpenInput, report: (progress: ReadProgress) => void): AsyncGenerator<OpenAnswer, void> {
  const output = await read(files, report)
  if (!output.org) return yield { kind: 'read', ...output, layout: null, uncounted: null }
  report({ stage: 'placing' })
  const placing = placingOf(output.org, looked)
  const layout = placeOrg(output.org, placing)
  const org = copied(output.org)
  yield { kind: 'read', ...output, layout, uncounted: uncounted(org) }
  yield { kind: 'layouts', layouts: turnedFrom(org, placing).map((one) => placeOrg(org, one)) }
  yield { kind: 'counted', columns: analysisColumns(org) }
}
