import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rounded } from '../../src/base/range'

const writtenOut = (value: number) => Number(Number(value.toPrecision(14)).toFixed(9)) + 0

test('rounded gives what writing the number out gives, next to the middle between two decimals too', () => {
  const mantissa = fc.double({ min: -10, max: 10, noNaN: true })
  const exponent = fc.integer({ min: -14, max: 14 })
  fc.assert(
    fc.property(mantissa, exponent, fc.integer({ min: -1e6, max: 1e6 }), (m, e, parts) => {
      for (const value of [
        m * 10 ** e,
        Math.round(m * 1e9) / 1e9,
        (parts + 0.5) / 1e9,
        (parts + 0.5) / 1e9 + m * 1e-11,
        parts + m * 1e-9,
      ]) {
        expect(rounded(value)).toBe(Number.isInteger(value) ? value + 0 : writtenOut(value))
      }
    }),
    { numRuns: 3000, seed: 20_261_122 },
  )
})
