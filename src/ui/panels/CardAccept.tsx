// “Accept, because …”: not everybody must have every authority. What is accepted is said with a reason, and leaves the list.
import { useId, useRef, useState } from 'react'
import type { Card, Finding } from '../../analysis/types'
import { chipOf } from '../../i18n/sentences'
import { validateEdit } from '../../model/edits/apply'
import type { AcceptEdit } from '../../model/edits/edit'
import { selectDoc, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { acceptedAs } from './accepting'
import styles from './CardAccept.module.css'

export function CardAccept({ card, what }: { card: Card; what: string }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const flagged = card.findings.filter(({ state }) => state === 'flagged')
  if (flagged.length === 0) return null
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return isOpen ? (
    <AcceptForm card={card} findings={flagged} what={what} close={close} />
  ) : (
    <button ref={button} type="button" className={`${controls.quiet} ${styles.accept}`} onClick={() => setOpen(true)}>
      {say('judging.accept')}
    </button>
  )
}

type Where = 'because' | 'until' | 'which'
/** What a problem is about. */
const WHERE: Readonly<Record<string, Where>> = { 'not-a-day': 'until', 'nothing-to-accept': 'which' }

interface Props {
  readonly card: Card
  readonly findings: readonly Finding[]
  readonly what: string
  readonly close: () => void
}

function AcceptForm({ card, findings, what, close }: Props) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const doc = useApp(selectDoc)
  const id = useId()
  const [left, setLeft] = useState<ReadonlySet<Finding>>(new Set())
  const [given, setGiven] = useState({ because: '', by: '', until: '' })
  const [problem, setProblem] = useState<string | null>(null)
  if (!org || !doc) return null
  const { say } = words
  const field = (name: keyof typeof given) => ({
    id: `${id}-${name}`,
    value: given[name],
    onChange: ({ target }: { target: { value: string } }) => {
      setGiven({ ...given, [name]: target.value })
      setProblem(null)
    },
  })
  const isWrong = (name: Where) => problem !== null && (WHERE[problem] ?? 'because') === name
  const described = (name: Where) => ({ 'aria-invalid': isWrong(name), 'aria-describedby': isWrong(name) ? `${id}-problem` : undefined })
  const accept = () => {
    const chosen = findings.filter((finding) => !left.has(finding))
    const { because, by, until } = given
    const more = { ...(by.trim() ? { by: by.trim() } : {}), ...(until ? { until } : {}) }
    const edit: AcceptEdit = { kind: 'accept', of: chosen.flatMap((finding) => acceptedAs(org, card, finding)), because, ...more }
    const code = validateEdit(doc, edit)
    setProblem(code)
    if (code !== null) return document.getElementById(`${id}-${WHERE[code] ?? 'because'}`)?.focus()
    if (!app.apply([edit])) return
    app.say({ tone: 'good', key: 'judging.accept.done', params: { what }, offersUndo: true })
    document.querySelector<HTMLElement>('#findings-title, #topic-title')?.focus()
  }
  return (
    <form
      className={styles.form}
      aria-label={`${say('judging.accept.title')}: ${what}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        accept()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      {findings.length > 1 && (
        <fieldset id={`${id}-which`} className={styles.which} tabIndex={-1} aria-describedby={described('which')['aria-describedby']}>
          <legend>{say('judging.accept.which')}</legend>
          {findings.map((finding) => (
            <label key={JSON.stringify([finding.code, finding.subject])}>
              <input
                type="checkbox"
                checked={!left.has(finding)}
                onChange={({ target }) => {
                  setLeft(new Set(target.checked ? [...left].filter((one) => one !== finding) : [...left, finding]))
                  setProblem(null)
                }}
              />
              {chipOf(finding, words)}
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor={`${id}-because`}>{say('judging.accept.because')}</label>
      <textarea
        {...field('because')}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button whose place it takes
        autoFocus
        rows={3}
        dir="auto"
        placeholder={say('judging.accept.because.hint')}
        aria-required="true"
        {...described('because')}
      />
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {say(`edit.${problem}`)}
        </p>
      )}
      <div className={styles.more}>
        <label htmlFor={`${id}-by`}>{say('judging.accept.by')}</label>
        <input {...field('by')} dir="auto" autoComplete="off" />
        <label htmlFor={`${id}-until`}>{say('judging.accept.until')}</label>
        <input {...field('until')} {...described('until')} type="date" />
      </div>
      {card.places > 1 && <p className={styles.everywhere}>{say('judging.accept.everywhere', { count: card.places })}</p>}
      <div className={styles.buttons}>
        <button type="submit" className={controls.button}>
          {say('judging.accept.do')}
        </button>
        <button type="button" className={controls.quiet} onClick={close}>
          {say('judging.accept.cancel')}
        </button>
      </div>
    </form>
  )
}
