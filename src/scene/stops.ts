// What a role on the followed way may do about the case, in the few words its box has room for; or what an overlay says of it.
import type { FollowedCase, Stop, StopPower } from '../analysis/types'
import type { Picture } from './picture'

/** In place of the unit, the longest first; empty where the box is not on the way, or nothing is to say about it. */
export function saidAtStop(picture: Picture, box: number): readonly string[] {
  const { following, labels } = picture
  if (!following) return picture.overlays.find(({ says }) => says)?.says?.(picture, box) ?? []
  const at = following.lastAt.get(box)
  if (at === undefined || following.followed.path.kind === 'way') return []
  const stop = following.followed.path.stops[at]
  return stop && !labels.isVacant(stop.role) ? powersOf(picture, following.followed.path, stop) : []
}

function powersOf({ words, org }: Picture, { end }: FollowedCase, { powers, by }: Stop): readonly string[] {
  if (by === 'agreement') return [words.say('scene.stop.agrees')]
  const power = hardest(powers)
  if (!power) return end === 'open' ? [words.say('scene.stop.needs.unknown'), words.say('scene.stop.needs.unknown.short')] : []
  const { kind, policy, system, unit } = power.power
  const said = { kind, detail: policy ?? system ?? org.doc.units.find((one) => one.id === unit)?.name ?? unit ?? '' }
  const limit = power.limit === null ? '' : words.money(power.limit, org.doc.organization.currency ?? '')
  const isOfMoney = power.power.amount !== undefined && power.power.amount !== null
  const key = keyOf(power, isOfMoney)
  const shorter = HAS_SHORTER.includes(key) ? [words.say(`scene.stop.${key}.short`, said)] : []
  return [words.say(`scene.stop.${key}`, { ...said, limit }), ...shorter]
}

const HAS_SHORTER: readonly string[] = ['may', 'not', 'agreed', 'unknown']

/** Of several needs the one that holds the case up. */
function hardest(powers: readonly StopPower[]): StopPower | undefined {
  return (['no', 'unknown', 'yes'] as const).flatMap((may) => powers.filter((one) => one.may === may))[0]
}

function keyOf({ may, limit, isUnlimited, agreement }: StopPower, isOfMoney: boolean): string {
  if (may === 'unknown' && limit === null) return 'unknown'
  if (agreement.length > 0) return 'agreed'
  if (limit !== null) return 'limit'
  if (isUnlimited && isOfMoney) return 'endless'
  return may === 'no' ? 'not' : 'may'
}
