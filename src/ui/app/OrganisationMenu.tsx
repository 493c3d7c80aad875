import { selectDoc } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import { Icon, Mark } from './Icon'
import { Menu } from './Menu'
import { useOpener } from './opening'
import { SAMPLES } from './samples'
import styles from './TopBar.module.css'

export function OrganisationMenu() {
  const { say } = useWords()
  const app = useActions()
  const doc = useApp(selectDoc)
  const { pick } = useOpener()
  const name = doc ? (doc.organization.name ?? say('page.organisation.unnamed')) : say('page.organisation.none')
  return (
    <h1 className={styles.organisation}>
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
        groups={[
          {
            key: 'samples',
            heading: say('page.samples'),
            items: SAMPLES.map((id) => ({
              key: id,
              label: say(`page.sample.${id}`),
              detail: say(`page.sample.${id}.about`),
              onChoose: () => void app.openSample(id),
            })),
          },
          { key: 'own', items: [{ key: 'open', label: say('page.open.file'), detail: say('page.open.detail'), onChoose: pick }] },
        ]}
      />
    </h1>
  )
}
