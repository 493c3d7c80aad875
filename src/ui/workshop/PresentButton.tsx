import { selectDoc, selectIsCounting } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import bar from '../app/TopBar.module.css'

export function PresentButton() {
  const { say } = useWords()
  const app = useActions()
  const hasStory = useApp((s) => selectDoc(s) !== null && !selectIsCounting(s))
  return (
    <button
      type="button"
      className={controls.button}
      aria-label={say('page.present')}
      title={say('page.present.title')}
      disabled={!hasStory}
      onClick={app.present}
    >
      <Icon name="present" />
      <span className={bar.caption}>{say('page.present')}</span>
    </button>
  )
}
