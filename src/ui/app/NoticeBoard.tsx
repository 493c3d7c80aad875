// What the page has to say, in a polite live region that is always there; it stays until it is put away.

import type { App } from '../../state/app'
import type { NoticeAction } from '../../state/types'
import { DiagnosticList } from '../panels/DiagnosticList'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import styles from './Notice.module.css'
import { Reading } from './Reading'
import { saveDocument } from './saving'

const SIGNS = { good: 'tick', calm: 'save', bad: 'warning' } as const
const does: Readonly<Record<NoticeAction, (app: App) => unknown>> = {
  reread: (app) => app.lookAgain(),
  download: saveDocument,
  showOther: (app) => app.showOther(),
  putBack: (app) => app.putBack(),
  forgetAll: (app) => app.forgetAll(),
}

export function NoticeBoard() {
  const { say } = useWords()
  const app = useActions()
  const notice = useApp((s) => s.session.notice)
  return (
    <div className={styles.board}>
      <Reading />
      <div role="status" aria-live="polite">
        {notice && (
          <div className={styles.notice} data-tone={notice.tone}>
            <div className={styles.head} data-has-action={notice.action !== undefined || notice.cancel !== undefined}>
              <span className={styles.sign}>
                <Icon name={notice.action === 'reread' ? 'open' : SIGNS[notice.tone]} />
              </span>
              <p className={styles.sentence} dir="auto">
                {say(notice.key, notice.params)}
              </p>
              {notice.action && (
                <button type="button" className={controls.button} onClick={() => does[notice.action as NoticeAction](app)}>
                  {say(`page.keep.do.${notice.action}`)}
                </button>
              )}
              {notice.cancel && (
                <button type="button" className={controls.button} onClick={notice.cancel}>
                  {say('page.reading.cancel')}
                </button>
              )}
              {notice.offersUndo && (
                <button type="button" className={controls.button} onClick={app.undo}>
                  {say('page.undo.short')}
                </button>
              )}
              <button
                type="button"
                className={`${controls.quiet} ${controls.icon}`}
                aria-label={say('page.close')}
                title={say('page.close')}
                onClick={app.hush}
              >
                <Icon name="close" />
              </button>
            </div>
            {notice.diagnostics && <DiagnosticList diagnostics={notice.diagnostics} />}
          </div>
        )}
      </div>
    </div>
  )
}
