// What changes would come to, derived like everything else: a document that nobody has, its analysis, and how that differs from today's.
// The last few are kept with the document, so that going up and down a list of remedies costs nothing the second time.
import { analysisAfter } from '../analysis/analyse'
import { type Difference, differenceOf, differenceSteps } from '../analysis/difference'
import type { Analysis } from '../analysis/types'
import { once } from '../base/memo'
import type { Steps } from '../base/steps'
import { applyEdit, validateEdit } from '../model/edits/apply'
import type { Edit } from '../model/edits/edit'
import type { Org, OrgDoc } from '../model/types'
import { deriveTried, isToCount, seed, selectAnalysis, selectDoc, selectOrg } from './derived'
import { isLarge } from './size'
import type { AppState } from './types'

/** Changes that are tried, and what would be. */
export interface Tried {
  readonly edits: readonly Edit[]
  readonly org: Org
  readonly analysis: Analysis
  readonly difference: Difference
}
export type After = { readonly doc: OrgDoc } | { readonly problem: string }

const KEPT = 12
const LARGE_KEPT = 2
interface Held {
  readonly after: After
  tried: Tried | null
}
const heldBy = once((_: OrgDoc) => new Map<string, Held>())

function heldOf(doc: OrgDoc, edits: readonly Edit[]): Held {
  const all = heldBy(doc)
  const key = keyOf(edits)
  const held = all.get(key) ?? { after: applied(doc, edits), tried: null }
  all.delete(key)
  all.set(key, held)
  if (all.size > (isLarge(doc) ? LARGE_KEPT : KEPT)) all.delete(all.keys().next().value as string)
  return held
}
const keyOf = once((edits: readonly Edit[]) => JSON.stringify(edits))

/** All of them or none. */
function applied(before: OrgDoc, edits: readonly Edit[]): After {
  let doc = before
  for (const edit of edits) {
    const problem = validateEdit(doc, edit)
    if (problem) return { problem }
    doc = applyEdit(doc, edit)
  }
  return { doc }
}

const NONE: readonly Edit[] = []
/** What is tried at this moment. */
export const trialEdits = ({ session: { trial } }: AppState): readonly Edit[] => trial?.glanced ?? trial?.chosen ?? NONE

/** What is made is the very document that was tried. */
export function documentAfter(state: AppState, edits: readonly Edit[]): After | null {
  const doc = selectDoc(state)
  if (!doc) return null
  return state.session.trial ? heldOf(doc, edits).after : applied(doc, edits)
}

/** Why what is tried cannot be done, as a code of `edit.<code>`. */
export function selectTrialProblem(state: AppState): string | null {
  const doc = selectDoc(state)
  const edits = trialEdits(state)
  const after = doc && edits.length > 0 ? heldOf(doc, edits).after : null
  return after && 'problem' in after ? after.problem : null
}

/** Null where nothing is tried, or where that is still being counted. */
export function selectTrial(state: AppState): Tried | null {
  const edits = trialEdits(state)
  return edits.length > 0 ? triedWith(state, edits) : null
}
/** What these would come to; of a large file null unless they are tried. */
function triedWith(state: AppState, edits: readonly Edit[]): Tried | null {
  const doc = selectDoc(state)
  if (!doc || isToCount(doc)) return null
  const held = heldOf(doc, edits)
  if ('problem' in held.after) return null
  if (!held.tried && !isLarge(doc)) held.tried = triedOn(state, held.after.doc, edits)
  return held.tried
}
function triedOn(state: AppState, doc: OrgDoc, edits: readonly Edit[]): Tried | null {
  const before = selectAnalysis(state)
  deriveTried(selectDoc(state) as OrgDoc, doc)
  const [org, analysis] = [selectOrg(withDoc(state, doc)), selectAnalysis(withDoc(state, doc))]
  return before && org && analysis && { edits, org, analysis, difference: differenceOf(before, analysis) }
}

/** Whether somebody waits for what is tried. */
export function isToTry(state: AppState): boolean {
  const doc = selectDoc(state)
  const edits = trialEdits(state)
  return doc !== null && isLarge(doc) && !isToCount(doc) && edits.length > 0 && triedWith(state, edits) === null
}
/** The same in steps, for a large file. */
export function* triedSteps(state: AppState): Steps<void> {
  const edits = trialEdits(state)
  yield
  const [doc, before] = [selectDoc(state) as OrgDoc, selectAnalysis(state)]
  const held = heldOf(doc, edits)
  if ('problem' in held.after || !before) return
  yield
  deriveTried(doc, held.after.doc)
  const org = selectOrg(withDoc(state, held.after.doc)) as Org
  const analysis = yield* analysisAfter(before, org)
  seed({ org, analysis })
  held.tried = { edits, org, analysis, difference: yield* differenceSteps(before, analysis) }
}

/** The page as it would be: what is drawn is drawn from it. */
export function selectShown(state: AppState): AppState {
  const tried = selectTrial(state)
  return tried ? withDoc(state, tried.org.doc) : state
}
function withDoc(state: AppState, doc: OrgDoc): AppState {
  const { history } = state.workbook
  return history ? { ...state, workbook: { ...state.workbook, history: { ...history, doc } } } : state
}
