// Which titles probably meet customers: by what they are called, and because nobody reports to them. A guess, to be said so and confirmed.
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { foldedTitle } from '../../model/titles'
import type { Org, RoleRef } from '../../model/types'
import { peopleIn } from '../roles'

export interface TitleGuess {
  /** As the first role spells it. */
  readonly title: string
  readonly role: RoleRef
  readonly roles: number
  readonly people: number
  /** What the guess rests on: what it is called, or only that nobody reports to it. */
  readonly because: 'title' | 'foot'
  /** Known to meet customers: said of it, or through a touchpoint. */
  readonly meets: boolean
}

/** Beginnings of words that those who meet customers are called by. */
const FRONT = new RegExp(
  [
    /\b(cashier|till|checkout|sales (assistant|associate|advis|consult|person|rep)|shop (assist|floor)|store (assoc|assist)|retail assoc|counter|clerk|teller|bank(er|ing) advis|(customer|client|guest|passenger|patient|citizen|member|student|resident|policyholder) (service|care|support|success|advis|agent|rep|relation|experience|contact|assist)|service (agent|advis|desk|rep|technician)|call (cent|agent|handler)|contact cent|support (agent|specialist|engineer|rep|technician)|help ?desk|hotline|agent\b|advis[eo]r|receptionist|front (desk|office|of house)|concierge|host(ess)?\b|wait(er|ress|ing)|barista|bartend|server\b|nurse|nursing|carer\b|care (assist|worker|giver|agent|aide)|home ?care|social worker|case ?worker|physician|doctor\b|therapist|midwife|paramedic|teacher|lecturer|tutor|driver|courier|delivery|postal|installer|field (service|technician|engineer)|guide\b|flight attendant|cabin crew|stylist|hairdress|pharmacist|claims (handl|adjust|agent)|account (manager|exec)|relationship manager|registrar|librarian|inspector|ranger|attendant|usher|steward)/,
    /\b(kassier|verkäuf|verkauf|kunden|berater|empfang|pfleg|schalter|fahrer|zustell|servicetechniker|monteur|sachbearbeit|lehr(er|kraft)|kellner|servicekr)/,
    /\b(caiss|vendeu|conseill|accueil|guichet|infirmi|soignant|aide[- ]soign|livreu|serveu|téléconseill|enseign)/,
    /\b(cajer|vended|depend|asesor|recepcion|enfermer|cuidador|repartidor|conductor|camarer|docente|maestr)/,
    /(кассир|продав|консультант|администратор|медсестр|сиделк|курьер|водител|учител|врач)/,
    /\b(gjaldker|sölu|afgreiðsl|þjónust|ráðgjaf|móttöku|hjúkrun|sjúkralið|bílstj|kennar)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
)
/** Whoever is called so leads or looks after colleagues, whatever else the title says. */
const NOT_FRONT =
  /\b(head|director|chief|vp|president|manager of|lead\b|leader|supervisor|internal|hr\b|human resources|software|data|payroll|accountant|controller|procurement)\b/i
const MOST = 40

/** The likeliest first: by name, then the largest at the foot of the chart. */
export const titlesMeeting = once(({ doc, structure }: Org): readonly TitleGuess[] => {
  interface Group {
    readonly title: string
    roles: number
    people: number
    leaves: number
    meeting: number
  }
  const groups = new Map<string, Group>()
  for (const role of structure.preorder) {
    const title = cellAt(doc.roles, 'title', role)?.trim()
    if (!title) continue
    const key = foldedTitle(title)
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { title, roles: 0, people: 0, leaves: 0, meeting: 0 }))
    group.roles++
    group.people += peopleIn(doc, role)
    if (structure.firstChild[role] === -1) group.leaves++
    if (structure.distance[role] === 1) group.meeting++
  }
  return [...groups.values()]
    .flatMap(({ title, roles, people, leaves, meeting }): readonly TitleGuess[] => {
      const isNamed = FRONT.test(title) && !NOT_FRONT.test(title)
      const isAtFoot = leaves > roles / 2 && !NOT_FRONT.test(title)
      if (!isNamed && !isAtFoot && meeting === 0) return []
      return [{ title, role: `title:${title}`, roles, people, because: isNamed ? 'title' : 'foot', meets: meeting === roles }]
    })
    .sort((a, b) => Number(b.because === 'title') - Number(a.because === 'title') || b.people - a.people || (a.title < b.title ? -1 : 1))
    .slice(0, MOST)
})
