// What would change it, as a list to try things in: what one points at is tried on a copy, and what is ticked stays tried until it is made.
// What becomes of everything stands under the list, so that no row moves under the pointer.
import { type PointerEvent, useEffect, useRef } from 'react'
import { sentenceOfEdit } from '../../i18n/sentences'
import type { Edit } from '../../model/edits/edit'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { sayEdits } from '../app/sayEdits'
import styles from './Remedies.module.css'
import { TrialBar } from './TrialBar'
import { TrialDetails } from './TrialDetails'
import { areOneOrTheOther, keyOfEdit } from './trying'

export interface Offer {
  readonly edit: Edit
  /** What would become of the case at hand. */
  readonly note?: string
}
export interface Offers {
  readonly title: string
  readonly offers: readonly Offer[]
}

/** The pointer passes over rows on its way. */
const RESTING_MS = 120

export function Remedies({ parts, label }: { parts: readonly Offers[]; label: string }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const chosen = useApp((s) => s.session.trial?.chosen ?? NONE)
  const glance = useGlance()
  if (!org) return null
  const isChosen = (edit: Edit) => chosen.some((one) => keyOfEdit(one) === keyOfEdit(edit))
  const choose = (edit: Edit) => {
    glance.stop()
    app.tryOut(isChosen(edit) ? chosen.filter((one) => keyOfEdit(one) !== keyOfEdit(edit)) : withEdit(chosen, edit))
  }
  const make = () => {
    glance.stop()
    const what = sayEdits(org, chosen, words)
    if (app.apply(chosen)) app.say({ tone: 'good', key: 'page.card.applied', params: { what }, offersUndo: true })
    document.querySelector<HTMLElement>('#findings-title, #topic-title')?.focus() // the card may be gone, and the button with it
  }
  return (
    <fieldset className={styles.remedies} aria-label={label}>
      {parts.map(({ title, offers }) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.title}>{title}</h3>
          <ul className={styles.list}>
            {offers.map(({ edit, note }) => {
              const look = () => glance.at(isChosen(edit) ? chosen : withEdit(chosen, edit))
              return (
                <li key={keyOfEdit(edit)}>
                  <label
                    className={styles.row}
                    onPointerMove={(event) => isPointing(event) && glance.pointAt(keyOfEdit(edit), look)}
                    onPointerLeave={() => glance.pointAway(keyOfEdit(edit))}
                  >
                    <input
                      type="checkbox"
                      checked={isChosen(edit)}
                      onChange={() => choose(edit)}
                      onFocus={look}
                      onBlur={() => glance.at(null)}
                    />
                    <span>
                      <span className={styles.what} dir="auto">
                        {sentenceOfEdit(org, edit, words)}
                      </span>
                      {note && <span className={styles.note}>{note}</span>}
                    </span>
                  </label>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      <TrialDetails />
      <TrialBar onMake={make} />
    </fieldset>
  )
}

const NONE: readonly Edit[] = []
const withEdit = (chosen: readonly Edit[], edit: Edit) => [...chosen.filter((one) => !areOneOrTheOther(one, edit)), edit]

/** A row that is scrolled under a pointer which stands still is not pointed at. */
const isPointing = ({ pointerType, nativeEvent: { movementX, movementY } }: PointerEvent) =>
  pointerType !== 'touch' && (movementX !== 0 || movementY !== 0)

/** Looks a moment after the pointer or the keyboard has come to rest; whoever leaves the list lets go of what was tried in it. */
function useGlance() {
  const app = useActions()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pointed = useRef<string>(null)
  const stop = () => clearTimeout(waiting.current)
  const at = (edits: readonly Edit[] | null) => {
    stop()
    waiting.current = setTimeout(() => app.glance(edits), RESTING_MS)
  }
  useEffect(
    () => () => {
      clearTimeout(waiting.current)
      app.endTrial()
    },
    [app],
  )
  return {
    stop,
    at,
    pointAt(row: string, look: () => void) {
      if (pointed.current === row) return
      pointed.current = row
      look()
    },
    pointAway(row: string) {
      if (pointed.current !== row) return
      pointed.current = null
      at(null)
    },
  }
}
