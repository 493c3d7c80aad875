// The very pages that will be written, painted from the same marks: one large, the others small beside it.
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { Choice } from '../import/Choice'
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
  const name = page && nameOf(page, at, pages.length, say)
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
            aria-disabled={at === 0}
            onClick={() => onShow(Math.max(0, at - 1))}
          >
            <Icon name="back" />
          </button>
          <Choice
            label={say('dialog.page.which')}
            isLabelHidden
            value={String(at)}
            options={pages.map((one, i) => ({ value: String(i), label: nameOf(one, i, pages.length, say) }))}
            onChoose={(value) => onShow(Number(value))}
          />
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon} ${styles.next}`}
            aria-label={say('dialog.page.next')}
            title={say('dialog.page.next')}
            aria-disabled={at === pages.length - 1}
            onClick={() => onShow(Math.min(pages.length - 1, at + 1))}
          >
            <Icon name="back" />
          </button>
        </nav>
      )}
    </div>
  )
}

function nameOf({ place, title }: MadePage, at: number, pages: number, say: ReturnType<typeof useWords>['say']): string {
  const name = place ? say('dialog.place', place) : title
  return pages < 2 ? name : say('dialog.page', { page: at + 1, pages, title: name })
}
