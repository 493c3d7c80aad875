// What the page has to say, in a polite live region that is always there; it stays until it is put away.

import { DiagnosticList } from '../panels/DiagnosticList'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import styles from './Notice.module.css'
import { Reading } from './Reading'

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
            <div className={styles.head}>
              <span className={styles.sign}>
                <Icon name={notice.tone === 'good' ? 'tick' : 'warning'} />
              </span>
              <p className={styles.sentence} dir="auto">
                {say(notice.key, notice.params)}
              </p>
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
