// The keys of the page, listed. A dialog of the platform: it keeps the keyboard, and gives it back where it was.
import { useEffect, useRef } from 'react'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import styles from './KeysDialog.module.css'

/** Each group a key of the catalogue; each row what the keys do, and the keys. */
const GROUPS = {
  page: [
    'flip',
    'stands',
    'order',
    'overlay',
    'search',
    'outline.toggle',
    'present',
    'totals',
    'export',
    'undo',
    'redo',
    'save',
    'letGo',
    'help',
  ],
  chart: ['move', 'ends', 'enter', 'foldBox', 'levels', 'zoom', 'fit', 'pan', 'hold'],
  outline: ['walk', 'branch', 'siblings', 'choose', 'type'],
  room: ['room.next', 'room.back', 'room.ends', 'flip', 'room.blank', 'room.names', 'room.leave', 'help'],
} as const

export function KeysDialog() {
  const { say } = useWords()
  const app = useActions()
  const isShown = useApp((s) => s.session.areKeysShown)
  const isPresenting = useApp((s) => s.session.presenting !== null)
  const groups = isPresenting ? (['room'] as const) : (['page', 'chart', 'outline'] as const)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal()
    if (!isShown && dialog.current?.open) dialog.current.close()
  }, [isShown])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="keys-title"
      onClose={() => app.showKeys(false)}
      onClick={(event) => event.target === dialog.current && app.showKeys(false)}
      onKeyDown={(event) => event.key === '?' && app.showKeys(false)}
    >
      {isShown && (
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 className={styles.title} id="keys-title">
              {say('find.keys')}
            </h2>
            <button
              type="button"
              className={`${controls.quiet} ${controls.icon}`}
              aria-label={say('page.close')}
              title={say('page.close')}
              onClick={() => app.showKeys(false)}
            >
              <Icon name="close" />
            </button>
          </header>
          <div className={styles.groups}>
            {groups.map((group) => (
              <section key={group} className={styles.group} aria-labelledby={`keys-${group}`}>
                <h3 className={styles.kicker} id={`keys-${group}`}>
                  {say(`find.keys.${group}`)}
                </h3>
                <dl className={styles.list}>
                  {GROUPS[group].map((what) => (
                    <div key={what} className={styles.row}>
                      <dt>{say(`find.keys.${what}`)}</dt>
                      <dd>
                        {[...new Set(say(`find.keys.${what}.keys`).split(' '))].map((key) => (
                          <kbd key={key} className={controls.key}>
                            {key}
                          </kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          {!isPresenting && <p className={styles.note}>{say('find.keys.note')}</p>}
        </div>
      )}
    </dialog>
  )
}
