// The steps of the story as dots with their names, the current one amber; and what is kept from the room.
import type { MouseEvent } from 'react'
import { selectStory } from '../../state/derived'
import type { StoryStep } from '../../state/story'
import { useActions, useApp, useWords } from '../app/context'
import { Icon } from '../app/Icon'
import styles from './Presentation.module.css'

export function StepBar() {
  const { say } = useWords()
  const app = useActions()
  const story = useApp(selectStory)
  const current = useApp((s) => s.session.presenting?.step ?? 0)
  const here = story[current]
  const areNamesShown = useApp((s) => s.session.presenting?.areNamesShown ?? false)
  return (
    <footer className={styles.bar}>
      <ol className={styles.steps} aria-label={say('page.present.steps')}>
        {named(story).map((steps) => (
          <li key={steps[0]?.key} className={styles.step} data-current={steps.some((one) => story[current] === one)}>
            {steps.map((one, i) => (
              <Dot key={one.key} step={one} of={steps.length} at={story.indexOf(one)} current={current} isLast={i === steps.length - 1} />
            ))}
          </li>
        ))}
      </ol>
      {here && (
        <span className={styles.current} aria-hidden="true">
          {say(`page.present.step.${here.name}`)}
        </span>
      )}
      <button
        type="button"
        className={styles.names}
        aria-pressed={areNamesShown}
        title={say('page.present.names.title')}
        onMouseDown={leaveKeys}
        onClick={app.showNames}
      >
        {say(areNamesShown ? 'page.present.shown' : 'page.present.hidden')}
      </button>
      <button
        type="button"
        className={styles.leave}
        aria-label={say('page.present.leave')}
        title={say('page.present.leave')}
        onMouseDown={leaveKeys}
        onClick={app.stopPresenting}
      >
        <Icon name="close" size={20} />
      </button>
    </footer>
  )
}

interface DotProps {
  readonly step: StoryStep
  /** Steps of this name. */
  readonly of: number
  readonly at: number
  readonly current: number
  readonly isLast: boolean
}
function Dot({ step, of, at, current, isLast }: DotProps) {
  const { say } = useWords()
  const app = useActions()
  const name = say(`page.present.step.${step.name}`)
  const label = of > 1 ? say('page.present.place', { name, place: step.place, of }) : name
  return (
    <button
      type="button"
      className={styles.dot}
      aria-label={label}
      title={label}
      aria-current={at === current ? 'step' : undefined}
      data-stands={at < current ? 'before' : at === current ? 'here' : 'ahead'}
      onMouseDown={leaveKeys}
      onClick={() => app.goToStep(at)}
    >
      <span className={styles.sign} />
      {isLast && <span className={styles.name}>{name}</span>}
    </button>
  )
}

/** Steps of one name stand together. */
function named(story: readonly StoryStep[]): readonly (readonly StoryStep[])[] {
  const groups = new Map<string, StoryStep[]>()
  for (const step of story) groups.set(step.name, [...(groups.get(step.name) ?? []), step])
  return [...groups.values()]
}

/** A click leaves the keyboard with the story: space goes on, and does not press the button again. */
function leaveKeys(event: MouseEvent) {
  event.preventDefault()
}
