import { organisationName } from '../../scene/headline'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon, Mark } from './Icon'
import { Menu, type MenuGroup } from './Menu'
import { useOpener } from './opening'
import { useRecent } from './recent'
import { SAMPLES } from './samples'
import { saveDocument } from './saving'
import styles from './TopBar.module.css'

export function OrganisationMenu() {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const org = useApp(selectOrg)
  const { pick } = useOpener()
  const recent = useRecent()
  const keeping = useApp((s) => s.session.keeping)
  const name = org ? organisationName({ org, words, medium: 'screen' }) : say('page.organisation.none')
  const own: MenuGroup = {
    key: 'own',
    ...(keeping === 'off' ? {} : { note: say(`page.keeping.${keeping}`) }),
    items: [
      { key: 'open', label: say('page.open.file'), detail: say('page.open.detail'), onChoose: pick },
      ...(org ? [{ key: 'save', label: say('page.save'), detail: say('page.save.detail'), onChoose: () => saveDocument(app) }] : []),
    ],
  }
  const samples: MenuGroup = {
    key: 'samples',
    heading: say('page.samples'),
    items: SAMPLES.map((id) => ({
      key: id,
      label: say(`page.sample.${id}`),
      detail: say(`page.sample.${id}.about`),
      onChoose: () => void app.openSample(id),
    })),
  }
  return (
    <div className={styles.organisation}>
      <h1 className={controls.hidden}>{name}</h1>
      <Menu
        label={`${name}: ${say('page.organisation.menu')}`}
        className={styles.organisationButton}
        face={
          <>
            <Mark />
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <Icon name="down" />
          </>
        }
        groups={[own, ...recent, samples]}
      />
    </div>
  )
}
