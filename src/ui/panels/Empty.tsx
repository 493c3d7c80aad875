import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { useOpener } from '../app/opening'
import { SAMPLES } from '../app/samples'
import { OutlineSheet } from './OutlineToFill'
import styles from './Panel.module.css'
import states from './States.module.css'

/** Nothing is open: only when the sample could not be fetched, or is still on its way. */
export function Empty() {
  const { say } = useWords()
  const app = useActions()
  const { pick } = useOpener()
  const isOnItsWay = useApp((s) => s.session.notice === null || s.session.reading !== null)
  if (isOnItsWay) return <div className={styles.exhibit} />
  return (
    <div className={styles.exhibit}>
      <h2 className={styles.headline}>{say('page.chart.empty')}</h2>
      <p className={styles.lead}>{say('page.chart.empty.how')}</p>
      <div className={styles.choice}>
        <button type="button" className={`${controls.primary} ${controls.big} ${controls.wide}`} onClick={pick}>
          <Icon name="open" />
          {say('page.open.file')}
        </button>
      </div>
      <details className={states.type}>
        <summary>{say('page.empty.type')}</summary>
        <OutlineSheet text={say('page.empty.example')} label={say('page.empty.outline')} />
      </details>
      <h3 className={states.heading}>{say('page.empty.samples')}</h3>
      <ul className={states.samples}>
        {SAMPLES.map((id) => (
          <li key={id}>
            <button type="button" className={`${controls.link} ${states.link}`} onClick={() => void app.openSample(id)}>
              {say(`page.sample.${id}`)}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <strong>{say('page.private')}</strong> {say('page.private.long')}
      </p>
    </div>
  )
}
