// All totals on one page, to be read aloud: the three things worth saying first, then number by number, each with its why.
import { figureOf, tellingOf } from '../../../analysis/telling'
import type { Analysis } from '../../../analysis/types'
import type { Words } from '../../../base/words'
import { periodOf } from '../../../i18n/sentences'
import { type TotalLine, totalsInWords } from '../../../i18n/totals'
import type { Org } from '../../../model/types'
import { headlineOf, organisationName, sayStatement } from '../../../scene/headline'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { Asked } from '../Asked'
import { MoreToAsk } from '../MoreToAsk'
import { Ask } from './Ask'
import { Frame } from './Frame'
import { Part } from './Part'
import { RoadblockList, WhereTheyWait } from './Roadblocks'
import { SegmentTable } from './SegmentTable'
import styles from './Totals.module.css'
import { sayWhatSettles } from './totals'

const LEADERS = 4
const ROADBLOCKS: Topic = { kind: 'roadblocks' }

export function TotalsTopic() {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  if (!org || !analysis) return null
  const { say } = words
  const said = { org, analysis, words, medium: 'screen' } as const
  const sections = totalsInWords(org, analysis, words)
  const hasCases = org.contacts.length > 0
  const foot = (
    <button type="button" className={controls.button} aria-haspopup="dialog" onClick={() => app.showExport(true)}>
      {say('totals.print')}
    </button>
  )
  const kicker = say('totals.kicker', { name: organisationName(said), period: periodOf(org, words) })
  return (
    <Frame kicker={kicker} title={say('totals.title')} foot={foot}>
      <div className={styles.page}>
        <Hero org={org} analysis={analysis} words={words} />
        {sections.map(({ part, lines }) => (
          <Part key={part} title={say(`totals.${part}`)}>
            <ul className={styles.lines}>
              {withWhatSettles(org, lines, words).map(({ line, settles }) => (
                <Line key={line.figure.name} line={line} settles={settles} words={words} />
              ))}
            </ul>
            {part === 'worth' && <SegmentTable />}
          </Part>
        ))}
        {hasCases && (
          <>
            <Part title={say('roadblocks.title')} aside={<Ask topic={ROADBLOCKS}>{say('roadblocks.beside')}</Ask>}>
              <RoadblockList atFirst={LEADERS} />
            </Part>
            <WhereTheyWait />
          </>
        )}
        <div className={styles.asks}>
          <MoreToAsk isOpen />
        </div>
      </div>
    </Frame>
  )
}

/** What the chart says over itself; where nothing is known of cases that. */
function Hero({ org, analysis, words }: { org: Org; analysis: Analysis; words: Words }) {
  const said = { org, analysis, words, medium: 'screen' } as const
  const telling = tellingOf(org, analysis)
  if (telling.length === 0) {
    const { first, second } = headlineOf(said, 'flipped')
    return (
      <div className={styles.hero}>
        <p className={styles.first}>{first}</p>
        <p>{second}</p>
        <p>{words.say('totals.nothing')}</p>
      </div>
    )
  }
  return (
    <div className={styles.hero}>
      {telling.map((statement, i) => {
        const { says } = sayStatement(said, statement)
        return (
          <p key={statement.kind} className={i === 0 ? styles.first : undefined} dir="auto">
            {`${says}\u00a0`}
            <span className={styles.why}>
              <Asked figure={figureOf(org, statement)} label={says}>
                {words.say('totals.why')}
              </Asked>
            </span>
          </p>
        )
      })}
    </div>
  )
}

/** What several lines wait for is said at the first of them. */
function withWhatSettles(org: Org, lines: readonly TotalLine[], words: Words) {
  const said = new Set<string>()
  return lines.map((line) => {
    const settles = sayWhatSettles(org, line, words)
    const isNew = !said.has(settles)
    said.add(settles)
    return { line, settles: isNew ? settles : '' }
  })
}

function Line({ line, settles, words }: { line: TotalLine; settles: string; words: Words }) {
  const label = line.state === 'unknown' ? line.says : `${line.value} ${line.says}`
  return (
    <li className={styles.line} data-total={line.figure.name}>
      <span className={`${styles.value} ${styles.mark}`} data-state={line.state}>
        <Asked figure={line.figure} label={label}>
          {line.value}
        </Asked>
      </span>
      <span className={styles.says}>
        {line.says}
        {settles && <span className={styles.settles}>{line.state === 'range' ? `${words.say('totals.open')} ${settles}` : settles}</span>}
      </span>
    </li>
  )
}
