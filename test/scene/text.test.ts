import { expect, test } from 'vitest'
import { cleanText } from '../../src/scene/text/clean'
import { directionOf, embedded } from '../../src/scene/text/direction'
import { fitText } from '../../src/scene/text/fit'
import { roomFor, widthOf } from '../../src/scene/text/measure'

test('widths are those of Arial', () => {
  expect(widthOf('A', { size: 1000 })).toBe(667)
  expect(widthOf('A', { size: 1000, bold: true })).toBe(722)
  expect(widthOf('経', { size: 20 })).toBe(20)
  expect(widthOf('e\u0301', { size: 1000 })).toBe(556)
})

test('a line that fits stays as large as it was asked for', () => {
  expect(fitText('Cashier', 188, { size: 15.5, least: 13, bold: true })).toEqual({ lines: ['Cashier'], size: 15.5, isCut: false })
})

test('a longer one gets smaller in steps of a half, then wraps, then is cut with an ellipsis', () => {
  const title = { size: 15.5, least: 13, bold: true, lines: 2, wrapped: 14 }
  const smaller = fitText('Business account manager', 188, title)
  expect(smaller.lines).toHaveLength(1)
  expect(smaller.size * 2).toBe(Math.round(smaller.size * 2))
  expect(smaller.size).toBeLessThan(15.5)
  const wrapped = fitText('Regional business account manager, North', 188, title)
  expect(wrapped).toMatchObject({ lines: ['Regional business', 'account manager, North'], size: 14 })
  const cut = fitText('Vice president of regional business account management and international key accounts', 188, title)
  expect(cut.isCut).toBe(true)
  expect(cut.lines).toHaveLength(2)
  expect(cut.lines[1]).toMatch(/…$/)
})

test('nothing ever needs more room than it was given', () => {
  const texts = [
    'Geschäftsführungsassistentin',
    'مدير خدمة العملاء',
    'A',
    'お客様相談窓口担当マネージャー',
    'x'.repeat(5000),
    'a b c d e f g h i j k l m n o p q r s t u v',
  ]
  for (const text of texts)
    for (const width of [4, 20, 60, 148, 188])
      for (const line of fitText(text, width, { size: 14, least: 12, lines: 2 }).lines)
        expect(roomFor(line, { size: 12 })).toBeLessThanOrEqual(width)
})

test('control characters and half surrogates go, spaces are collapsed, letters are composed', () => {
  expect(cleanText('Ca\u0001re \t\n agent\ud800', 'screen')).toBe('Care agent')
  expect(cleanText('Cafe\u0301', 'slide')).toBe('Café')
  expect(cleanText('56\u00a0%', 'slide')).toBe('56\u00a0%')
})

test('emoji stay on the screen and leave the slide', () => {
  expect(cleanText('Care 🎧 agent 👩🏽‍💻', 'slide')).toBe('Care agent')
  expect(cleanText('Care 🎧 agent', 'screen')).toBe('Care 🎧 agent')
})

test('a line that mixes directions is embedded, a pure one is not', () => {
  expect(directionOf('מנהל')).toBe('rtl')
  expect(embedded('מנהל')).toBe('מנהל')
  expect(embedded('מנהל North')).toBe('\u202bמנהל North\u202c')
  expect(embedded('Care agent')).toBe('Care agent')
})
