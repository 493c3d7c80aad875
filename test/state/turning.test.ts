import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Placing } from '../../src/layout/types'
import { durationOf, FLIP_MS, headedFor, type Stand, scrubbed, stepped } from '../../src/state/turning'

const placing = (orientation: Placing['orientation'], order: Placing['order'] = 'distance', folded: number[] = []): Placing => ({
  orientation,
  order,
  folded: new Set(folded),
  unstacked: new Set(),
  isGrouped: true,
})
const conventional = placing('conventional')
const flipped = placing('flipped')
const mirrored = placing('flipped', 'mirror')
const atRest: Stand = { at: conventional, turning: null }

describe('a turn', () => {
  test('begins when something else is asked for, and lands there', () => {
    let stand = headedFor(atRest, flipped)
    expect(stand.turning).toMatchObject({ t: 0, heading: 'forth' })
    stand = stepped(stand, flipped, FLIP_MS / 2)
    expect(stand.turning?.t).toBeCloseTo(0.5)
    stand = stepped(stand, flipped, FLIP_MS)
    expect(stand).toEqual({ at: flipped, turning: null })
  })

  test('goes back from where it is when it is asked back', () => {
    const half = stepped(headedFor(atRest, flipped), flipped, FLIP_MS / 4)
    const back = headedFor(half, conventional)
    expect(back.turning?.t).toBeCloseTo(0.25)
    expect(stepped(back, conventional, FLIP_MS / 8).turning?.t).toBeCloseTo(0.125)
    expect(stepped(back, conventional, FLIP_MS)).toEqual({ at: conventional, turning: null })
  })

  test('that is asked for something third lands first and then goes on', () => {
    const half = stepped(headedFor(atRest, flipped), flipped, FLIP_MS / 2)
    const on = headedFor(half, mirrored)
    expect(on.turning?.to).toBe(flipped)
    const landed = stepped(on, mirrored, FLIP_MS)
    expect(landed.turning).toMatchObject({ from: flipped, to: mirrored, t: 0 })
  })

  test('held by hand stays where it is, at its ends too', () => {
    const turning = headedFor(atRest, flipped)
    for (const t of [-1, 0.3, 2]) {
      const held = scrubbed(turning, t)
      expect(held.turning).toMatchObject({ heading: 'stopped', t: Math.min(1, Math.max(0, t)) })
      expect(stepped(held, flipped, 5000)).toBe(held)
    }
  })

  test('is not begun for the same chart, nor for the other order of a conventional one', () => {
    expect(headedFor(atRest, placing('conventional')).turning).toBeNull()
    expect(headedFor(atRest, placing('conventional', 'mirror')).turning).toBeNull()
  })

  test('takes less time where less moves', () => {
    const turn = (to: Placing, from = flipped) => ({ from, to, t: 0, heading: 'forth' }) as const
    expect(durationOf(turn(conventional))).toBeGreaterThan(durationOf(turn(mirrored)))
    expect(durationOf(turn(mirrored))).toBeGreaterThan(durationOf(turn(placing('flipped', 'distance', [1]))))
  })

  test('whatever is asked in between, it ends where it was last asked to', () => {
    const places = [conventional, flipped, mirrored, placing('flipped', 'distance', [0])]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(1500)), { minLength: 1, maxLength: 12 }), (wishes) => {
        let stand = atRest
        let wanted = conventional
        for (const [wish, ms] of wishes) {
          wanted = places[wish] as Placing
          stand = stepped(headedFor(stand, wanted), wanted, ms)
        }
        for (let i = 0; i < 5; i++) stand = stepped(stand, wanted, 2000)
        expect(stand.turning).toBeNull()
        expect(stand.at).toEqual(wanted)
      }),
    )
  })
})
