// What to take away, and as what: asked in one place, seen before it is written. A dialog of the platform over the page, below the bar; the
// choices outlive it.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Request } from '../../export/request'
import { idOf, roleAt } from '../../model/roles'
import type { RoleId } from '../../model/types'
import { SHOWN_FIRST } from '../../scene/overlays'
import { selectDoc, selectedRole, selectKnown, selectOrg } from '../../state/derived'
import { selectTrial } from '../../state/trial'
import { useActions, useApp, useWords } from '../app/context'
import sheet from '../app/sheet.module.css'
import { useStages } from '../app/stages'
import { Advice } from './Advice'
import { Contents } from './Contents'
import { type Choices, choicesIn, isPicture, requestOf } from './choices'
import { Figures } from './Figures'
import { Foot } from './Foot'
import { Heard } from './Heard'
import { HideField } from './HideField'
import { PayAdvice } from './PayAdvice'
import { PictureFields } from './PictureFields'
import { Preview } from './Preview'
import { PurposeField } from './PurposeField'
import { ReportList } from './ReportList'
import styles from './Sheet.module.css'
import { selectIsOverlayMade, sourcesOf } from './source'
import { type Making, useMade } from './useMade'
import type { Own } from './writing'

export function ExportSheet() {
  const app = useActions()
  const isShown = useApp((s) => s.session.isExportShown)
  const kept = useApp((s) => s.session.exportChoices)
  const [role, setRole] = useState<RoleId | null>(null)
  const choices = useMemo(() => ({ ...choicesIn(kept), role }), [kept, role])
  const change = (some: Partial<Choices>) => {
    const { role: whose, ...all } = { ...choices, ...some }
    setRole(whose)
    app.rememberExport(all)
  }
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element || isShown === element.open) return
    if (isShown) {
      const state = app.store.getState()
      const [org, selected] = [selectOrg(state), selectedRole(state)]
      const id = org && selected >= 0 ? idOf(org, selected) : undefined
      if (id !== undefined) setRole(id) // whose branch
      element.showModal()
      element.querySelector<HTMLElement>('#export-title')?.focus({ preventScroll: true })
    } else element.close()
  }, [app, isShown])
  return (
    <dialog ref={dialog} className={sheet.sheet} aria-labelledby="export-title" onClose={() => app.showExport(false)}>
      {isShown && <Sheet choices={choices} onChange={change} />}
    </dialog>
  )
}

interface Props {
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
}

function Sheet({ choices, onChange }: Props) {
  const { say } = useWords()
  const sources = useSources(choices.part === 'view')
  const org = useApp(selectOrg)
  const role = org === null || choices.role === null ? -1 : (roleAt(org, choices.role) ?? -1) // another organisation may be open by now
  const request = useMemo(() => requestOf(role < 0 ? { ...choices, role: null } : choices), [choices, role])
  const making = useMade(sources, request, role < 0 ? null : choices.role)
  const [at, setAt] = useState(0)
  const pages = making.made?.pages ?? []
  const shown = Math.min(at, Math.max(0, pages.length - 1))
  const { purpose, areNamesHidden } = choices
  const overlay = sources[0]?.overlays?.[0] ?? SHOWN_FIRST
  const own = useOwn(areNamesHidden)
  return (
    <>
      <div className={styles.page}>
        <div className={styles.choices}>
          <h2 className={styles.title} id="export-title" tabIndex={-1}>
            {say('dialog.title')}
          </h2>
          <PurposeField purpose={purpose} onChoose={(one) => onChange({ purpose: one })} />
          {isPicture(purpose) && <PictureFields choices={choices} purpose={purpose} role={role} making={making} onChange={onChange} />}
          {(purpose === 'report' || purpose === 'findings') && <HideField choices={choices} onChange={onChange} />}
        </div>
        <section className={styles.exhibit} aria-label={say('dialog.preview')} aria-busy={making.isBusy}>
          {isPicture(purpose) ? (
            <>
              {isDrawn(making, request) && <Preview pages={pages} at={shown} isBusy={making.isBusy} onShow={setAt} />}
              <Figures making={making} request={request} />
              <Heard made={making.made} />
              <Advice making={making} request={request} onChange={onChange} />
              <PayAdvice request={request} overlay={overlay} />
              <ReportList made={making.made} overlay={overlay} />
            </>
          ) : (
            <Contents purpose={purpose} own={own} />
          )}
        </section>
      </div>
      <Foot own={own} making={making} purpose={purpose} page={shown} />
    </>
  )
}

/** There is a picture of it, or there will be. */
function isDrawn({ estimate, hasFailed }: Making, request: Request | null): boolean {
  return request !== null && estimate?.weight !== 'too large' && !hasFailed
}

/**
 * The dialog is modal, so what it is made of changes only when cases have been counted, or what is laid over the chart is
 * another or made, or the window.
 */
function useSources(isSeen: boolean) {
  const app = useActions()
  const stages = useStages()
  const doc = useApp(selectDoc)
  const analysis = useApp(selectKnown)
  const words = useWords()
  const tried = useApp(selectTrial)
  const isOverlayMade = useApp(selectIsOverlayMade)
  const overlay = useApp((state) => state.view.overlay)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the state is asked for hangs on these
  return useMemo(
    () => sourcesOf(app.store.getState(), stages, isSeen),
    [app, stages, doc, analysis, words, tried, overlay, isOverlayMade, isSeen],
  )
}

/** What is no picture tells of what is so, not of what is tried. */
function useOwn(areNamesHidden: boolean): Own | null {
  const org = useApp(selectOrg)
  const analysis = useApp(selectKnown)
  const words = useWords()
  return useMemo(
    () => org && analysis && { org, analysis, words, hidden: { names: areNamesHidden } },
    [org, analysis, words, areNamesHidden],
  )
}
