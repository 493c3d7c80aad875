// A file before it is opened: what it was taken for, why, and what else it might be. The organisation on the page lies underneath, untouched.
import { useEffect, useRef, useState } from 'react'
import { diagnosisOf, placesOf } from '../../i18n/diagnoses'
import type { Corrections } from '../../import/understood'
import { selectDoc } from '../../state/derived'
import type { Importing } from '../../state/types'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { useOpener } from '../app/opening'
import { Reading } from '../app/Reading'
import sheet from '../app/sheet.module.css'
import { DiagnosticList } from '../panels/DiagnosticList'
import { AccountList } from './AccountList'
import { missingIn, untoldOf } from './account'
import { Columns } from './Columns'
import { FirstRows } from './FirstRows'
import { HowRead } from './HowRead'
import { Miniature } from './Miniature'
import { countsOf } from './miniature'
import { OtherWays } from './OtherWays'
import { Powers } from './Powers'
import styles from './Sheet.module.css'
import { factsOf, isUnlinked, titleOf } from './sayFile'

export function ImportSheet() {
  const app = useActions()
  const importing = useApp((s) => s.session.importing)
  const dialog = useRef<HTMLDialogElement>(null)
  const isShown = importing !== null
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (isShown && !element.open) {
      if (element.showModal) element.showModal()
      else element.setAttribute('open', '') // where dialogs are not known
      element.querySelector<HTMLElement>('#import-title')?.focus({ preventScroll: true })
    }
    if (!isShown && element.open) element.close ? element.close() : element.removeAttribute('open')
  }, [isShown])
  return (
    <dialog
      ref={dialog}
      className={sheet.sheet}
      aria-labelledby="import-title"
      onCancel={(event) => {
        event.preventDefault()
        app.cancelImport()
      }}
    >
      {importing && <Sheet importing={importing} />}
    </dialog>
  )
}

function Sheet({ importing }: { importing: Importing }) {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const [asked, setAsked] = useState(0)
  const { files, org, again, refused, diagnostics, goes } = importing
  const [known, setKnown] = useState(files.length)
  if (files.length !== known) {
    setKnown(files.length)
    if (files.length > known) setAsked(files.length - 1) // what has just come is what one wants to see
  }
  const at = Math.min(asked, files.length - 1)
  const file = files[at]
  if (!file) return null
  const { understood, corrections } = file
  const onCorrect = (one: Corrections) => void app.correct(at, one)
  const others = untoldOf(diagnostics)
  const unread = understood ? [] : diagnostics.filter(({ severity, places }) => severity === 'error' && places[0]?.file === file.name)
  const props = understood && { understood, corrections, onCorrect }
  return (
    <>
      <div className={styles.page} aria-busy={again !== null}>
        <header className={styles.head}>
          <h2 className={styles.title} id="import-title" tabIndex={-1} dir="auto">
            {understood ? titleOf(file.name, understood, words) : say('import.title.unread', { name: file.name })}
          </h2>
          <p className={styles.facts}>
            {say('import.here')} {understood && factsOf(understood, words)} {file.isRemembered && say('import.remembered')}
          </p>
          {files.length > 1 && <Files files={files} at={at} onShow={setAsked} />}
          {unread.map((one) => (
            <p key={one.code} className={styles.refused}>
              {diagnosisOf(one, placesOf(one)[0] ?? {}, words)}
            </p>
          ))}
          {refused && (
            <div className={styles.refused} role="alert">
              <p>{say('import.refused')}</p>
              {refused.slice(0, 3).map((one) => (
                <p key={one.code}>{diagnosisOf(one, placesOf(one)[0] ?? {}, words)}</p>
              ))}
            </div>
          )}
          {props && <HowRead {...props} />}
        </header>
        <div className={styles.halves}>
          <div className={styles.half}>
            {props && (
              <>
                <Powers {...props} arePeopleThere={org !== null} />
                <Columns {...props} />
                <OtherWays {...props} />
                <FirstRows understood={props.understood} />
              </>
            )}
          </div>
          <div className={styles.half}>
            {org ? (
              <Miniature org={org} />
            ) : (
              <p className={styles.lonely}>{say(understood && isUnlinked(understood) ? 'import.unlinked' : 'import.nobody')}</p>
            )}
            {props && <AccountList {...props} org={org} missing={missingIn(diagnostics, file.name)} />}
            {others.length > 0 && (
              <details className={styles.others}>
                <summary>{say('import.others', { count: others.reduce((sum, one) => sum + placesOf(one).length, 0) })}</summary>
                <DiagnosticList diagnostics={others} />
              </details>
            )}
          </div>
        </div>
        <Heard importing={importing} />
      </div>
      <Foot key={goes} importing={importing} at={at} />
    </>
  )
}

function Files({ files, at, onShow }: { files: Importing['files']; at: number; onShow: (at: number) => void }) {
  const { say } = useWords()
  const app = useActions()
  return (
    <ul className={styles.files} aria-label={say('import.files')}>
      {files.map(({ name }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
        <li key={`${i} ${name}`} className={styles.file} data-shown={i === at}>
          <button type="button" className={styles.fileName} aria-pressed={i === at} onClick={() => onShow(i)} dir="auto">
            {name}
          </button>
          <button
            type="button"
            className={styles.fileAway}
            aria-label={say('import.file.away', { name })}
            title={say('import.file.away', { name })}
            onClick={() => void app.putAside(i)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What a correction came to, said aloud. */
function Heard({ importing: { org, again } }: { importing: Importing }) {
  const { say } = useWords()
  const [isChanged, setChanged] = useState(false)
  useEffect(() => {
    if (again) setChanged(true)
  }, [again])
  const counts = org && countsOf(org)
  return (
    <p className={controls.hidden} role="status">
      {isChanged && !again && counts && say('import.heard', { people: counts.people, tops: counts.tops, layers: counts.layers })}
    </p>
  )
}

function Foot({ importing, at }: { importing: Importing; at: number }) {
  const { say } = useWords()
  const app = useActions()
  const { pick } = useOpener()
  const name = useApp((s) => selectDoc(s)?.organization.name)
  const { files, org, again, goes } = importing
  const isCorrected = files.some(({ corrections }) => Object.keys(corrections).length > 0)
  const [isRemembered, setRemembered] = useState(files.some((file) => file.isRemembered))
  const hasPowers = files.some(({ understood }) => understood?.authority)
  return (
    <footer className={styles.foot}>
      <Reading />
      {again && (
        <div className={`${sheet.working} ${styles.again}`}>
          <progress
            aria-label={say('import.again')}
            {...(again.progress?.stage === 'bytes' && again.progress.total > 0
              ? { max: again.progress.total, value: again.progress.done }
              : {})}
          />
          <span>{say('import.again')}</span>
          <button type="button" className={controls.button} onClick={app.stopReadingAgain}>
            {say('import.again.stop')}
          </button>
        </div>
      )}
      <div className={styles.does}>
        <button
          type="button"
          className={`${controls.primary} ${controls.big}`}
          disabled={!org || again !== null}
          onClick={() => app.importShown(isRemembered)}
        >
          {goes === 'open' ? say('import.do.add', { name: name ?? '' }) : say('import.do.import')}
        </button>
        <button type="button" className={`${controls.button} ${controls.big}`} onClick={pick}>
          {say(hasPowers ? 'import.do.more' : 'import.do.matrix')}
        </button>
        <span className={styles.later}>
          {isCorrected && (
            <>
              <label className={styles.remember}>
                <input type="checkbox" checked={isRemembered} onChange={(event) => setRemembered(event.target.checked)} />
                <span>{say('import.remember')}</span>
              </label>
              <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => void app.correct(at, {})}>
                {say('import.as-first')}
              </button>
            </>
          )}
          {!isCorrected && say(goes === 'open' ? 'import.later.open' : 'import.later')}
        </span>
        <button type="button" className={`${controls.button} ${controls.big} ${styles.cancel}`} onClick={app.cancelImport}>
          {say('import.cancel')}
        </button>
      </div>
    </footer>
  )
}
