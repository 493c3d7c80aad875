// What counts as much: from which number on something is said, and how grave it is. Ours, unless the file has its own.
import { useEffect, useId, useState } from 'react'
import { sayThreshold } from '../../../i18n/sentences'
import { validateEdit } from '../../../model/edits/apply'
import type { Edit } from '../../../model/edits/edit'
import { boundsOf, THRESHOLDS, type ThresholdName, threshold } from '../../../model/thresholds'
import type { OrgDoc } from '../../../model/types'
import { selectDoc } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp, useWords } from '../../app/context'
import { Frame } from './Frame'
import { Part } from './Part'
import styles from './Thresholds.module.css'
import topics from './Topics.module.css'
import { fromText, PARTS, partOf, toText } from './thresholds'

export function ThresholdsTopic({ topic: { code } }: { topic: Extract<Topic, { kind: 'thresholds' }> }) {
  const { say } = useWords()
  const doc = useApp(selectDoc)
  const asked = code === '' ? undefined : partOf(code)
  useEffect(() => {
    if (asked) document.getElementById(`counts-${asked}`)?.scrollIntoView?.({ block: 'start' })
  }, [asked])
  if (!doc) return null
  return (
    <Frame kicker={say('judging.counts.kicker')} title={say('judging.counts')}>
      <p className={topics.quiet}>{say('judging.counts.about')}</p>
      {Object.entries(PARTS).map(([part, names]) => (
        <div key={part} id={`counts-${part}`} className={styles.part} data-asked={part === asked}>
          <Part title={say(`judging.part.${part}`)}>
            {names.map((name) => (
              <Field key={name} name={name} doc={doc} />
            ))}
          </Part>
        </div>
      ))}
    </Frame>
  )
}

function Field({ name, doc }: { name: ThresholdName; doc: OrgDoc }) {
  const words = useWords()
  const app = useActions()
  const id = useId()
  const { say } = words
  const value = threshold(doc, name)
  const isOwn = doc.thresholds !== undefined && Object.hasOwn(doc.thresholds, name)
  const [shown, setShown] = useState(value)
  const [text, setText] = useState(toText(name, value))
  const [problem, setProblem] = useState<string | null>(null)
  if (shown !== value) {
    // Changed from elsewhere too, by undo.
    setShown(value)
    setText(toText(name, value))
    setProblem(null)
  }
  const label = say(`judging.name.${name}`)
  const usual = sayThreshold(name, THRESHOLDS[name], words)
  const put = (wanted: number | null) => {
    const edit: Edit = { kind: 'threshold', name, value: wanted }
    const code = validateEdit(doc, edit)
    setProblem(code)
    if (code !== null || !app.apply([edit])) return
    const said = sayThreshold(name, wanted ?? THRESHOLDS[name], words)
    app.say({ tone: 'good', key: 'judging.counts.done', params: { name: label, value: said }, offersUndo: true })
  }
  const take = () => {
    const wanted = fromText(name, text)
    if (wanted !== value) put(wanted)
    else setProblem(null)
  }
  return (
    <div className={styles.field} data-own={isOwn}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.value}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-usual${problem ? ` ${id}-problem` : ''}`}
          onChange={({ target }) => setText(target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
            else if (event.key === 'Escape' && text !== toText(name, value)) {
              event.stopPropagation()
              setText(toText(name, value))
              setProblem(null)
            }
          }}
        />
        <span>{say(`judging.unit.${boundsOf(name).unit}`)}</span>
      </span>
      <span className={styles.usual}>
        <span id={`${id}-usual`}>{say(isOwn ? 'judging.counts.own' : 'judging.counts.usual', { value: usual })}</span>
        {isOwn && (
          <button
            type="button"
            className={topics.follow}
            aria-label={say('judging.counts.back.what', { name: label, value: usual })}
            onClick={() => {
              put(null)
              document.getElementById('topic-title')?.focus() // the button goes
            }}
          >
            {say('judging.counts.back')}
          </button>
        )}
      </span>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {say(`edit.${problem}`)}
        </p>
      )}
    </div>
  )
}
