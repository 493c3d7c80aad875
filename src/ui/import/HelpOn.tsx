// The way on from a file of people: who meets customers, what customers bring, who may decide. Each answer is an edit, and Undo takes it back.
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { writeMatrix } from '../../export/formats/matrix'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { useOpener } from '../app/opening'
import { save } from '../app/saving'
import { type Gap, gapsOf } from '../panels/gaps'
import styles from './HelpOn.module.css'
import { type TitleGuess, titlesMeeting } from './meeting'
import { editOf, TEMPLATE_IDS, type TemplateId } from './templates'

const ASKED: readonly Gap[] = ['meets', 'brings', 'decides']

export function HelpOn() {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const gaps = org ? gapsOf(org).filter((gap) => ASKED.includes(gap)) : []
  if (!org || gaps.length === 0) return null
  const guesses = titlesMeeting(org)
  const meeting = guesses.filter((one) => one.meets)
  const now = gaps[0] as Gap
  return (
    <section className={styles.help} aria-labelledby="help-on">
      <h3 className={styles.heading} id="help-on" tabIndex={-1}>
        {say('help.title')}
      </h3>
      <ol className={styles.steps}>
        <Step gap="meets" gaps={gaps} now={now}>
          {!gaps.includes('brings') || <Titles guesses={guesses} isFirst={now === 'meets'} />}
        </Step>
        <Step gap="brings" gaps={gaps} now={now}>
          {gaps.includes('brings') && <Templates meeting={meeting} />}
        </Step>
        <Step gap="decides" gaps={gaps} now={now}>
          {gaps.includes('decides') && <Matrix isNow={now === 'decides'} />}
        </Step>
      </ol>
    </section>
  )
}

function Step({ gap, gaps, now, children }: { gap: Gap; gaps: readonly Gap[]; now: Gap; children: React.ReactNode }) {
  const { say } = useWords()
  const isDone = !gaps.includes(gap)
  return (
    <li className={styles.step} data-state={isDone ? 'done' : gap === now ? 'now' : 'later'}>
      <strong className={styles.name}>
        {say(`help.${gap}`)}
        {isDone && (
          <span className={styles.done}>
            <Icon name="tick" size={14} /> <span className={controls.hidden}>{say('help.done')}</span>
          </span>
        )}
      </strong>
      {children}
    </li>
  )
}

const SHOWN = 6

function Titles({ guesses, isFirst }: { guesses: readonly TitleGuess[]; isFirst: boolean }) {
  const { say, number } = useWords()
  const app = useActions()
  const [shown, setShown] = useState(SHOWN)
  if (guesses.length === 0) return <p className={styles.about}>{say('help.meets.none')}</p>
  return (
    <>
      {isFirst && <p className={styles.about}>{say('help.meets.about')}</p>}
      <ul className={styles.titles}>
        {guesses.slice(0, shown).map(({ title, role, people, because, meets }) => (
          <li key={role} className={styles.guess}>
            <span className={styles.guessed}>
              <span dir="auto">{title}</span> <small>×{number(people)}</small>
              {!meets && <small className={styles.why}>{say(`help.because.${because}`)}</small>}
            </span>
            <button
              type="button"
              className={styles.yes}
              aria-pressed={meets}
              aria-label={say(meets ? 'help.meets.undo' : 'help.meets.yes.of', { title })}
              onClick={() => app.apply([{ kind: 'meets', role, meets: !meets }])}
            >
              {meets && <Icon name="tick" size={14} />}
              {say(meets ? 'help.meets.does' : 'help.meets.yes')}
            </button>
          </li>
        ))}
      </ul>
      {guesses.length > shown && (
        <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => setShown(guesses.length)}>
          {say('help.meets.more', { count: guesses.length - shown })}
        </button>
      )}
    </>
  )
}

function Templates({ meeting }: { meeting: readonly TitleGuess[] }) {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const org = useApp(selectOrg)
  const add = (id: TemplateId) => {
    if (!org) return
    flushSync(() => app.apply([editOf(id, org, meeting, words)]))
    document.querySelector<HTMLElement>('#help-on')?.focus() // this button is gone
  }
  return (
    <>
      <p className={styles.about}>{say(meeting.length > 0 ? 'help.brings.about' : 'help.brings.first')}</p>
      <div className={styles.templates}>
        {TEMPLATE_IDS.map((id) => (
          <button key={id} type="button" className={controls.button} disabled={meeting.length === 0} onClick={() => add(id)}>
            {say(`template.${id}`)}
          </button>
        ))}
      </div>
    </>
  )
}

function Matrix({ isNow }: { isNow: boolean }) {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const { pick } = useOpener()
  const org = useApp(selectOrg)
  const download = () => {
    if (!org) return
    const { name, mediaType, text } = writeMatrix(org, words)
    save(name, new Blob([text], { type: mediaType }))
    app.say({ tone: 'good', key: 'help.decides.saved', params: { name } })
  }
  return (
    <>
      <p className={styles.about}>{say('help.decides.about')}</p>
      <div className={styles.templates}>
        <button type="button" className={isNow ? controls.primary : controls.button} onClick={download}>
          <Icon name="export" size={14} />
          {say('help.decides.download')}
        </button>
        <button type="button" className={controls.button} onClick={pick}>
          {say('help.decides.open')}
        </button>
      </div>
      <p className={styles.about}>{say('help.decides.cells')}</p>
    </>
  )
}
