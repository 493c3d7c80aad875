// The scenes worth seeing. Each is a file in this folder; look at them, they are the test.
import { analyse } from '../../src/analysis/analyse'
import { HALF_SLIDE, wholeView } from '../../src/export/page'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing, Turn } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { beside } from '../../src/scene/beside'
import { buildScene, saidOf } from '../../src/scene/build'
import { type Followed, followedCase, followedWay } from '../../src/scene/followed'
import { fitChart, type Page } from '../../src/scene/furniture'
import { DARK, INK, LIGHT, type Theme } from '../../src/scene/theme'
import type { Scene } from '../../src/scene/types'
import { large, orgFrom, pinfold, sample } from './org'

export const CONVENTIONAL: Placing = { orientation: 'conventional', order: 'mirror', folded: new Set(), unstacked: new Set(), isGrouped: true }
export const MIRROR: Placing = { ...CONVENTIONAL, orientation: 'flipped' }
export const DISTANCE: Placing = { ...MIRROR, order: 'distance' }

export interface GalleryScene {
  readonly name: string
  readonly draw: () => Scene
  /** A moment of a turn. */
  readonly isMoving?: boolean
}

export const words = wordsFor('en')
/** The chart's part of a page 1440 × 900 with its panel open, as in the mocks. */
export const CHART: Page = { width: 1140, height: 800 }

export function draw(
  org: Org,
  chart: Layout | Turn,
  page: Page | 'natural' | '16:9',
  theme: Theme = LIGHT,
  language = 'en',
  followed: Followed | null = null,
): Scene {
  const analysis = analyse(org)
  const said = { org, analysis, words: wordsFor(language), medium: 'slide', ...(followed ? { followed } : {}) } as const
  const view = typeof page === 'string' ? wholeView(said, chart, page) : fitChart(said, chart, page).view
  return buildScene({ ...said, chart, theme, view })
}
/** Most roles are a few people, so that pay may be told. */
const inTeams = () =>
  pinfold((json) => {
    for (const role of json.roles) if (['mgr-n', 'mgr-s', 'acct', 'disp', 'lead'].includes(role.id)) role.headcount = 4
  })

/** Another overlay than findings. */
function show(overlay: string, org: Org, chart: Layout | Turn, page: Page | '16:9', theme: Theme = LIGHT): Scene {
  const said = { org, analysis: analyse(org), words, medium: 'slide', overlays: [overlay] } as const
  const asked = saidOf(said)
  const view = page === '16:9' ? wholeView(asked, chart, page) : fitChart(asked, chart, page).view
  return buildScene({ ...said, chart, theme, view })
}
function follow(org: Org, placing: Placing, followed: Followed | null, page: Parameters<typeof draw>[2] = CHART, theme: Theme = LIGHT): Scene {
  if (!followed) throw new Error('nothing to follow')
  return draw(org, placeOrg(org, placing), page, theme, 'en', followed)
}
function caseOf(org: Org, entry: string, issueType: string, value: number | null = null, by: 'route' | 'chart' = 'route', upTo: number | null = null) {
  return followedCase(org, { entry, issueType, value, segment: null }, by, upTo)
}
function turned(org: Org, t: number): Turn {
  return { from: placeOrg(org, CONVENTIONAL), to: placeOrg(org, DISTANCE), t }
}



const people = () =>
  orgFrom(`Ada Brandt
  Bo Larsen
    Cleo Marsh
    Dan Okoye
  Eva Novak
    Finn Quist
    Gita Rao`)

const longNames = () =>
  pinfold((json) => {
    const rename = (id: string, title: string) => {
      const role = json.roles.find((r) => r.id === id)
      if (role) role.title = title
    }
    rename('cash-n', '<script>alert("1")</script> & Söhne')
    rename('cash-s', 'Verkaufsmitarbeiterin Lebensmittelabteilung Süd mit Kassenverantwortung')
    rename('acct', 'מנהל לקוחות עסקיים')
    rename('agent', 'Conseillère clientèle bilingue – service après-vente (niveau 2)')
    rename('mgr-n', 'مدير المتجر')
    rename('mgr-s', '南店店長')
    rename('sales', 'Директор по продажам и развитию клиентской сети')
    rename('lead', 'Teamlead 🎧 Care')
    rename('ops', 'Donaudampfschifffahrtsgesellschaftskapitän')
    rename('ceo', 'מנכ"ל North 2')
    for (const unit of json.units) if (unit.id === 'care-u') unit.name = 'Zentrale Kundenbetreuung Nord-West'
    const [first, second] = json.segments ?? []
    if (first) first.name = 'Occasional shoppers who come once a year'
    if (second) second.name = 'חברי מועדון'
  })

/** Of the head of operations it is not known what it may settle. */
const silentOps = () =>
  pinfold((json) => {
    delete json.coverage.authority
    for (const role of json.roles as { id: string; known?: string[] }[]) if (role.id !== 'ops') role.known = ['authority']
    json.grants = (json.grants ?? []).filter(({ role }) => role !== 'ops')
  })
/** That no channel is listed does not mean that there is none. */
const unclosed = () =>
  pinfold((json) => {
    delete json.coverage.feedback
  })

export const SCENES: readonly GalleryScene[] = [
  { name: 'pinfold-conventional', draw: () => draw(pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART) },
  { name: 'pinfold-mirror', draw: () => draw(pinfold(), placeOrg(pinfold(), MIRROR), 'natural') },
  { name: 'pinfold-distance', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), CHART) },
  ...[0.25, 0.5, 0.75].map((t) => ({ name: `pinfold-turn-${t * 100}`, draw: () => draw(pinfold(), turned(pinfold(), t), CHART), isMoving: true })),
  { name: 'pinfold-list', draw: () => draw(pinfold(), placeOrg(pinfold(), { ...DISTANCE, isNarrow: true }), { width: 390, height: 900 }) },
  { name: 'pinfold-dark', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), CHART, DARK) },
  { name: 'pinfold-conventional-dark', draw: () => draw(pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART, DARK) },
  { name: 'pinfold-slide', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), '16:9') },
  { name: 'pinfold-slide-conventional', draw: () => draw(pinfold(), placeOrg(pinfold(), CONVENTIONAL), '16:9') },
  { name: 'pinfold-slide-ink', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), '16:9', INK) },
  // The picture of the README.
  { name: 'pinfold-both', draw: () => beside([draw(pinfold(), placeOrg(pinfold(), CONVENTIONAL), HALF_SLIDE), draw(pinfold(), placeOrg(pinfold(), DISTANCE), HALF_SLIDE)]) },
  { name: 'teams-slide', draw: () => draw(sample('teams-without-managers'), placeOrg(sample('teams-without-managers'), DISTANCE), '16:9') },
  { name: 'ladder-slide', draw: () => draw(sample('approval-ladder'), placeOrg(sample('approval-ladder'), DISTANCE), '16:9') },
  { name: 'pinfold-phone', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), { width: 390, height: 620 }) },
  { name: 'pinfold-longer-words', draw: () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), CHART, LIGHT, 'pseudo') },
  {
    name: 'unknown-authority',
    draw: () => {
      const org = pinfold((json) => {
        delete json.coverage.authority
      })
      return draw(org, placeOrg(org, DISTANCE), CHART)
    },
  },
  {
    name: 'unknown-values',
    draw: () => {
      const org = pinfold((json) => {
        delete json.coverage.authority
        json.grants = (json.grants ?? []).filter(({ role }) => role !== 'agent')
        for (const type of json.issueTypes ?? []) delete type.values
      })
      return draw(org, placeOrg(org, DISTANCE), CHART)
    },
  },
  {
    name: 'no-segments',
    draw: () => {
      const org = pinfold((json) => {
        delete json.segments
        delete json.demand
      })
      return draw(org, placeOrg(org, DISTANCE), CHART)
    },
  },
  { name: 'followed-case', draw: () => follow(pinfold(), DISTANCE, caseOf(pinfold(), 'agent', 'faulty', 120)) },
  { name: 'followed-case-dark', draw: () => follow(pinfold(), DISTANCE, caseOf(pinfold(), 'agent', 'faulty', 120), CHART, DARK) },
  { name: 'followed-case-stepped', draw: () => follow(pinfold(), DISTANCE, caseOf(pinfold(), 'agent', 'faulty', 120, 'route', 1)) },
  { name: 'followed-case-conventional', draw: () => follow(pinfold(), CONVENTIONAL, caseOf(pinfold(), 'agent', 'faulty', 120)) },
  { name: 'followed-case-mirror-slide', draw: () => follow(pinfold(), MIRROR, caseOf(pinfold(), 'cash-n', 'faulty', 120), '16:9') },
  { name: 'followed-case-phone', draw: () => follow(pinfold(), { ...DISTANCE, isNarrow: true }, caseOf(pinfold(), 'agent', 'faulty', 120), { width: 390, height: 960 }) },
  { name: 'followed-dead-end', draw: () => follow(pinfold(), DISTANCE, caseOf(pinfold(), 'cash-n', 'info')) },
  { name: 'followed-route', draw: () => follow(pinfold(), DISTANCE, caseOf(pinfold(), 'agent', 'late')) },
  { name: 'followed-way', draw: () => follow(pinfold(), DISTANCE, followedWay(pinfold(), 'cash-n', 'disp')) },
  {
    name: 'followed-open',
    draw: () => {
      const org = pinfold((json) => {
        delete json.coverage.authority
      })
      return follow(org, DISTANCE, caseOf(org, 'agent', 'late', null, 'chart'))
    },
  },
  // From far away: 1,200 roles, and what is counted of their branches.
  { name: 'far-conventional', draw: () => draw(large(), placeOrg(large(), CONVENTIONAL), CHART) },
  { name: 'far-mirror', draw: () => draw(large(), placeOrg(large(), MIRROR), CHART) },
  { name: 'far-distance', draw: () => draw(large(), placeOrg(large(), DISTANCE), CHART) },
  { name: 'far-distance-dark', draw: () => draw(large(), placeOrg(large(), DISTANCE), CHART, DARK) },
  { name: 'far-slide', draw: () => draw(large(), placeOrg(large(), DISTANCE), '16:9') },
  { name: 'far-turn-50', draw: () => draw(large(), turned(large(), 0.5), CHART), isMoving: true },
  { name: 'overlay-pay-conventional', draw: () => show('pay', inTeams(), placeOrg(inTeams(), CONVENTIONAL), CHART) },
  { name: 'overlay-workload-dark', draw: () => show('workload', pinfold(), placeOrg(pinfold(), DISTANCE), CHART, DARK) },
  { name: 'overlay-workload-turn-50', draw: () => show('workload', pinfold(), turned(pinfold(), 0.5), CHART), isMoving: true },
  { name: 'overlay-measures-slide', draw: () => show('measures', pinfold(), placeOrg(pinfold(), DISTANCE), '16:9') },
  { name: 'overlay-measures-slide-ink', draw: () => show('measures', pinfold(), placeOrg(pinfold(), CONVENTIONAL), '16:9', INK) },
  { name: 'overlay-gauge-conventional', draw: () => show('authority-gauge', pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART) },
  { name: 'overlay-priorities-list', draw: () => show('priorities', pinfold(), placeOrg(pinfold(), { ...DISTANCE, isNarrow: true }), { width: 390, height: 1000 }) },
  { name: 'escalation-flow', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), DISTANCE), CHART) },
  { name: 'escalation-flow-mirror', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), MIRROR), CHART) },
  { name: 'escalation-flow-conventional', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART) },
  { name: 'escalation-flow-dark', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), DISTANCE), CHART, DARK) },
  { name: 'escalation-flow-slide', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), DISTANCE), '16:9') },
  { name: 'escalation-flow-ladder', draw: () => show('escalation-flow', sample('approval-ladder'), placeOrg(sample('approval-ladder'), DISTANCE), CHART) },
  { name: 'escalation-flow-list', draw: () => show('escalation-flow', pinfold(), placeOrg(pinfold(), { ...DISTANCE, isNarrow: true }), { width: 390, height: 1060 }) },
  { name: 'escalation-flow-unknown', draw: () => show('escalation-flow', silentOps(), placeOrg(silentOps(), DISTANCE), CHART) },
  { name: 'escalation-flow-far', draw: () => show('escalation-flow', large(), placeOrg(large(), DISTANCE), CHART) },
  { name: 'feedback-reach', draw: () => show('feedback-reach', pinfold(), placeOrg(pinfold(), DISTANCE), CHART) },
  { name: 'feedback-reach-conventional', draw: () => show('feedback-reach', pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART) },
  { name: 'feedback-reach-unknown', draw: () => show('feedback-reach', unclosed(), placeOrg(unclosed(), DISTANCE), CHART, DARK) },
  { name: 'overlay-distance-far', draw: () => show('distance', large(), placeOrg(large(), CONVENTIONAL), '16:9') },
  { name: 'overlay-tenure-far-unknown', draw: () => show('tenure', large(), placeOrg(large(), DISTANCE), CHART) },
  { name: 'people-conventional', draw: () => draw(people(), placeOrg(people(), CONVENTIONAL), 'natural') },
  { name: 'people-flipped', draw: () => draw(people(), placeOrg(people(), MIRROR), 'natural') },
  { name: 'hard-names', draw: () => draw(longNames(), placeOrg(longNames(), DISTANCE), 'natural') },
  { name: 'hard-names-conventional', draw: () => draw(longNames(), placeOrg(longNames(), CONVENTIONAL), '16:9') },
]
