// The very pages that will be written, painted from the same marks: one large, the others small beside it.
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import type { MadePage } from './making'
import { PagePicture } from './PagePicture'
import styles from './Preview.module.css'

interface Props {
  readonly pages: readonly MadePage[]
  readonly at: number
  readonly isBusy: boolean
  readonly onShow: (at: number) => void
}

export function Preview({ pages, at, isBusy, onShow }: Props) {
  const { say } = useWords()
  const page = pages[at]
  const isOne = pages.length < 2
  const title = page?.place ? say('dialog.place', page.place) : page?.title
  const name = title && (isOne ? title : say('dialog.page', { page: at + 1, pages: pages.length, title }))
  return (
    <div className={styles.preview} data-busy={isBusy}>
      <div className={styles.wall}>{page && <PagePicture scene={page.scene} label={name ?? ''} />}</div>
      {isBusy && <p className={styles.busy}>{say('dialog.busy')}</p>}
      {!isOne && page && (
        <nav className={styles.pager} aria-label={say('dialog.pages')}>
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon}`}
            aria-label={say('dialog.page.previous')}
            title={say('dialog.page.previous')}
            disabled={at === 0}
            onClick={() => onShow(at - 1)}
          >
            <Icon name="back" />
          </button>
          <span className={styles.place} dir="auto">
            {name}
          </span>
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon} ${styles.next}`}
            aria-label={say('dialog.page.next')}
            title={say('dialog.page.next')}
            disabled={at === pages.length - 1}
            onClick={() => onShow(at + 1)}
          >
            <Icon name="back" />
          </button>
        </nav>
      )}
    </div>
  )
}
