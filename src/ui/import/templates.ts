// Customers and what they bring, as it is in five trades: plausible, never measured, and called an example wherever it shows. Names are in the
// catalogue under `template.<id>`; here are the numbers.
import type { Words } from '../../base/words'
import type { AddEdit } from '../../model/edits/edit'
import type {
  Demand,
  IssueType,
  IssueTypeId,
  Org,
  Segment,
  SegmentId,
  SingleNeed,
  Touchpoint,
  TouchpointId,
  Values,
} from '../../model/types'
import type { TitleGuess } from './meeting'

export const TEMPLATE_IDS = ['retail', 'contact-centre', 'care', 'bank', 'public-office'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

interface Template {
  readonly channels: readonly [near: string, far: string]
  /** Contacts that one person has in 30 days. */
  readonly contacts: number
  readonly segments: Readonly<Record<string, Pick<Segment, 'customers' | 'margin' | 'retention'> & { readonly share: number }>>
  readonly issues: Readonly<
    Record<
      string,
      Pick<IssueType, 'apologyDue' | 'touchMinutes'> & {
        readonly share: number
        readonly needs: readonly SingleNeed[]
        readonly values?: Values
      }
    >
  >
}
const money = (kind: string): SingleNeed => ({ kind, amount: 'value' })
/** Most cases are small: the lower half, a third, and the few that hurt. */
const mostly = (small: number, middle: number, large: number): Values => [
  { amount: small, share: 0.55 },
  { amount: middle, share: 0.35 },
  { amount: large, share: 0.1 },
]

const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  retail: {
    channels: ['store', 'phone'],
    contacts: 60,
    segments: {
      regulars: { customers: 4000, margin: 90, retention: 0.75, share: 0.6 },
      passing: { customers: 16000, margin: 12, retention: 0.35, share: 0.4 },
    },
    issues: {
      faulty: { share: 0.3, needs: [money('refund')], values: mostly(15, 45, 160), touchMinutes: 8, apologyDue: true },
      late: { share: 0.25, needs: [{ kind: 'schedule' }], touchMinutes: 6, apologyDue: true },
      price: { share: 0.25, needs: [money('discount')], values: mostly(3, 10, 30), touchMinutes: 4 },
      upset: { share: 0.2, needs: [money('goodwill')], values: mostly(10, 20, 50), touchMinutes: 10, apologyDue: true },
    },
  },
  'contact-centre': {
    channels: ['phone', 'visit'],
    contacts: 320,
    segments: {
      private: { customers: 30000, margin: 40, retention: 0.8, share: 0.75 },
      business: { customers: 1500, margin: 600, retention: 0.85, share: 0.25 },
    },
    issues: {
      bill: { share: 0.35, needs: [money('refund')], values: mostly(12, 40, 180), touchMinutes: 9, apologyDue: true },
      outage: { share: 0.3, needs: [{ kind: 'schedule' }], touchMinutes: 7, apologyDue: true },
      leave: { share: 0.15, needs: [money('discount')], values: mostly(10, 30, 120), touchMinutes: 12 },
      contract: { share: 0.2, needs: [{ kind: 'exception' }], touchMinutes: 10 },
    },
  },
  care: {
    channels: ['visit', 'phone'],
    contacts: 70,
    segments: {
      clients: { customers: 400, margin: 900, retention: 0.85, share: 0.65 },
      relatives: { customers: 600, margin: 0, retention: 0.85, share: 0.35 },
    },
    issues: {
      missed: { share: 0.3, needs: [{ kind: 'schedule' }], touchMinutes: 10, apologyDue: true },
      plan: { share: 0.3, needs: [{ kind: 'exception' }], touchMinutes: 15 },
      aid: { share: 0.2, needs: [money('spend')], values: mostly(15, 60, 250), touchMinutes: 12 },
      complaint: { share: 0.2, needs: [money('goodwill')], values: mostly(0, 25, 80), touchMinutes: 20, apologyDue: true },
    },
  },
  bank: {
    channels: ['branch', 'phone'],
    contacts: 110,
    segments: {
      private: { customers: 12000, margin: 70, retention: 0.9, share: 0.7 },
      business: { customers: 900, margin: 1400, retention: 0.88, share: 0.3 },
    },
    issues: {
      fee: { share: 0.35, needs: [money('refund')], values: mostly(8, 30, 120), touchMinutes: 8, apologyDue: true },
      payment: { share: 0.2, needs: [money('refund')], values: mostly(60, 400, 2500), touchMinutes: 15, apologyDue: true },
      card: { share: 0.25, needs: [{ kind: 'replace' }], touchMinutes: 6 },
      loan: { share: 0.2, needs: [{ kind: 'exception' }], touchMinutes: 25 },
    },
  },
  'public-office': {
    channels: ['counter', 'phone'],
    contacts: 140,
    segments: {
      residents: { customers: 20000, margin: 0, retention: 1, share: 0.8 },
      firms: { customers: 1200, margin: 0, retention: 1, share: 0.2 },
    },
    issues: {
      deadline: { share: 0.3, needs: [{ kind: 'exception' }], touchMinutes: 12 },
      fee: { share: 0.2, needs: [money('discount')], values: mostly(10, 35, 120), touchMinutes: 10 },
      notice: { share: 0.3, needs: [{ kind: 'information' }], touchMinutes: 15, apologyDue: true },
      appointment: { share: 0.2, needs: [{ kind: 'schedule' }], touchMinutes: 5 },
    },
  },
}
const NEAR = 0
const FAR = 1
/** Titles of those who are met from afar, or out of the house, rather than where most are. */
const AFAR =
  /call|contact|phone|hotline|support|help ?desk|online|chat|mail|telefon|téléphon|driver|courier|delivery|field|technician|fahrer|livreu|техник|курьер/i

/** Customers, places and issues of a template, with as many contacts as the people who were confirmed would have. */
export function editOf(id: TemplateId, { doc }: Org, meeting: readonly TitleGuess[], { say }: Words): AddEdit {
  const { channels, contacts, segments, issues } = TEMPLATES[id]
  const named = (what: string) => say('template.example', { name: say(`template.${id}.${what}`) })
  const idOf = <Known extends string>(what: string) => `example-${what}` as Known
  const isAfar = ({ title }: TitleGuess) => AFAR.test(title)
  const afar = meeting.filter(isAfar)
  const near = meeting.filter((one) => !isAfar(one))
  const places = near.length > 0 && afar.length > 0 ? [near, afar] : [meeting]
  const touchpoints = places.map(
    (staff, place): Touchpoint => ({
      id: idOf<TouchpointId>(place === NEAR ? 'near' : 'far'),
      name: named(`place.${place === NEAR ? 'near' : 'far'}`),
      channel: channels[place === FAR ? FAR : NEAR],
      staffedBy: staff.map(({ role }) => role),
    }),
  )
  const perPlace = places.map((staff) => staff.reduce((sum, { people }) => sum + people, 0) * contacts * (doc.organization.periodDays / 30))
  const demand = touchpoints.flatMap((touchpoint, place) =>
    Object.entries(segments).flatMap(([segment, { share }]) =>
      Object.entries(issues).map(
        ([issue, { share: part }]): Demand => ({
          id: idOf(`${place === NEAR ? 'near' : 'far'}-${segment}-${issue}`),
          touchpoint: touchpoint.id,
          segment: idOf<SegmentId>(segment),
          issueType: idOf<IssueTypeId>(issue),
          perPeriod: Math.max(1, Math.round((perPlace[place] as number) * share * part)),
        }),
      ),
    ),
  )
  return {
    kind: 'add',
    from: { kind: 'template', name: id },
    rows: {
      segments: Object.entries(segments).map(
        ([key, { share: _, ...one }]): Segment => ({ id: idOf<SegmentId>(key), name: named(key), ...one }),
      ),
      touchpoints,
      issueTypes: Object.entries(issues).map(
        ([key, { share: _, ...one }]): IssueType => ({ id: idOf<IssueTypeId>(key), name: named(key), ...one }),
      ),
      demand,
    },
  }
}
