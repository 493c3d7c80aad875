// The lint must refuse every construct that breaks a slide somewhere; one small file each.
import { describe, expect, test } from 'vitest'
import contract from './slide-safe.json' with { type: 'json' }
import { lint } from './slide-safe-lint'

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50">'
const GROUND = '<rect x="0" y="0" width="100" height="50" fill="#ffffff"/>'
const page = (inside: string) => `${ROOT}${GROUND}<g font-family="Arial, Helvetica, sans-serif">${inside}</g></svg>`
const rules = (svg: string) =>
  lint(svg)
    .filter(({ level }) => level === 'error')
    .map(({ rule }) => rule)
const warnings = (svg: string) =>
  lint(svg)
    .filter(({ level }) => level === 'warn')
    .map(({ rule }) => rule)
const text = (inside: string, more = '') => page(`<text x="10" y="20" font-size="12" fill="#000000"${more}>${inside}</text>`)
const rect = (more: string) => page(`<rect x="1" y="1" width="9" height="9" ${more}/>`)

test('a small honest file passes', () => {
  expect(
    lint(
      page(
        '<g id="role-a"><title>Anna &amp; Bo</title><rect x="5" y="5" width="80" height="30" rx="6" fill="#c6d9de" stroke="#7b8b99" stroke-width="1.25"/><text x="10" y="20" font-size="12" fill="#1c2430">Anna</text></g>',
      ),
    ),
  ).toEqual([])
})

const names = contract.forbidden.elements.filter((name) => /^[A-Za-z-]+$/.test(name))
describe.each(names)('<%s>', (name) => {
  test('is refused', () => {
    expect(rules(page(`<${name}/>`))).toContain('element')
    expect(rules(page(`<${name}>x</${name}>`))).toContain('element')
  })
})
test('a nested svg is refused', () => {
  expect(rules(page('<svg width="1" height="1"/>'))).toContain('element')
})

const attributes = contract.forbidden.attributes.flatMap((name) => (/^[a-z:A-Z-]+$/.test(name) ? [name] : []))
test.each([...attributes, 'href', 'onclick', 'onload', 'data-id', 'xlink:href', 'clip-path', 'transform'])(
  'the attribute %s is refused',
  (name) => {
    expect(rules(rect(`fill="#000000" ${name}="none"`))).toContain('attribute')
  },
)

test.each([
  'rgb(0,0,0)',
  'rgba(0,0,0,.5)',
  'hsl(0 0% 0%)',
  'hsla(0,0%,0%,1)',
  'hwb(0 0% 0%)',
  'lab(0 0 0)',
  'lch(0 0 0)',
  'oklab(0 0 0)',
  'oklch(0 0 0)',
  'color(srgb 0 0 0)',
  'color-mix(in srgb, red, blue)',
  'var(--ink)',
  '#000',
  '#0000',
  '#000000ff',
  '#ABCDEF',
  'currentColor',
  'transparent',
  'inherit',
  'black',
  'red',
  'url(#a)',
  'none ',
])('the paint %s is refused', (paint) => {
  expect(rules(rect(`fill="${paint}"`))).toContain('value')
})

test.each(['50%', '1em', '2rem', '3pt', '1px', '1mm', '1in', '1e3', '.5', '1.', '+1', '0.12345', 'calc(1px)', 'NaN', 'Infinity', ''])(
  'the number "%s" is refused',
  (value) => {
    expect(rules(page(`<circle cx="${value}" cy="1" r="1" fill="#000000"/>`))).toContain('value')
  },
)

describe('other constructs', () => {
  test.each([
    ['a size of nothing', rect('fill="#000000" stroke="#000000" stroke-width="0"'), 'value'],
    ['an odd dash', rect('fill="#000000" stroke="#000000" stroke-width="1" stroke-dasharray="3"'), 'value'],
    ['a dash with commas', rect('fill="#000000" stroke="#000000" stroke-width="1" stroke-dasharray="3,2"'), 'value'],
    ['a relative path', page('<path d="m1 1l2 2" fill="#000000"/>'), 'value'],
    ['a smooth path', page('<path d="M1 1S2 2 3 3" fill="#000000"/>'), 'value'],
    ['an exponent in a path', page('<path d="M1e1 1" fill="#000000"/>'), 'value'],
    ['a scale', page('<g transform="scale(2)"></g>'), 'value'],
    ['a matrix', page('<g transform="matrix(1 0 0 1 0 0)"></g>'), 'value'],
    ['a slanted text', text('a', ' transform="rotate(45 1 1)"'), 'value'],
    ['weight 600', text('a', ' font-weight="600"'), 'value'],
    ['a font no machine has', text('a', ' font-family="Inter, sans-serif"'), 'value'],
    ['a system font first', text('a', ' font-family="system-ui, Arial, sans-serif"'), 'value'],
    ['a font list without a generic end', text('a', ' font-family="Arial"'), 'value'],
    ['an id that is no name', rect('fill="#000000" id="1a"'), 'value'],
    ['an id twice', page('<g id="a"></g><g id="a"></g>'), 'unique-id'],
    ['text without a place', page('<text font-size="12" fill="#000000">a</text>'), 'required'],
    ['a line without a stroke', page('<line x1="0" y1="0" x2="1" y2="1"/>'), 'required'],
    ['a tspan', text('a<tspan>b</tspan>'), 'text-flat'],
    ['two lines in one text', text('a\nb'), 'text-flat'],
    ['a tab', text('a\tb'), 'text-flat'],
    ['two spaces', text('a  b'), 'text-flat'],
    ['a space at the end', text('a '), 'text-flat'],
    ['no text at all', text(''), 'text-flat'],
    ['mixed directions', text('שלום North', ' text-anchor="end"'), 'bidi'],
    ['right-to-left text that starts at its left', text('שלום'), 'bidi'],
    [
      'text wider than its box',
      page(
        '<g><rect x="5" y="5" width="30" height="20" fill="#ffffff"/><text x="8" y="18" font-size="12" fill="#000000">Managing director</text></g>',
      ),
      'text-fits',
    ],
    ['text wider than its page', text('Managing director of everything'), 'text-fits'],
    ['pale text', page('<text x="10" y="20" font-size="12" fill="#bbbbbb">a</text>'), 'contrast'],
    [
      'white text on amber',
      page('<rect x="0" y="0" width="60" height="40" fill="#f2b33d"/><text x="10" y="20" font-size="12" fill="#ffffff">a</text>'),
      'contrast',
    ],
    ['a pale connector', page('<path d="M10 5L10 40" fill="none" stroke="#dddddd" stroke-width="1.5"/>'), 'contrast'],
    ['words outside an element of text', page('hello'), 'element'],
    ['a DOCTYPE', `<!DOCTYPE svg>${page('')}`, 'no-doctype'],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${page('')}`, 'no-doctype'],
    ['CDATA', text('<![CDATA[a]]>'), 'no-doctype'],
    ['a style sheet instruction', `<?xml-stylesheet href="a.css"?>${page('')}`, 'no-doctype'],
    ['a named entity', text('a&nbsp;b'), 'xml-entities'],
    ['a bare ampersand', text('a & b'), 'xml-entities'],
    ['a control character', text('a\u0001b'), 'valid-chars'],
    ['a control character by number', text('a&#1;b'), 'valid-chars'],
    ['half a surrogate', text('a\ud800b'), 'valid-chars'],
    ['letters that are not composed', text('e\u0301'), 'valid-chars'],
    ['no background', `${ROOT}<g></g></svg>`, 'background-first'],
    ['a background that is too small', `${ROOT}<rect x="0" y="0" width="99" height="50" fill="#ffffff"/></svg>`, 'background-first'],
    ['a background without paint', `${ROOT}<rect x="0" y="0" width="100" height="50" fill="none"/></svg>`, 'background-first'],
    ['a size that is not the viewBox', page('').replace('width="100"', 'width="200"'), 'root-size'],
    ['a size in millimetres', page('').replace('width="100"', 'width="100mm"'), 'value'],
    ['a viewBox that starts elsewhere', page('').replace('viewBox="0 0', 'viewBox="-5 0'), 'value'],
    ['no viewBox', page('').replace(' viewBox="0 0 100 50"', ''), 'required'],
    ['an open element', page('<g>'), 'well-formed'],
    ['a file of 20,001 elements', page('<g></g>'.repeat(20_001)), 'size-error'],
  ])('%s is refused', (_what, svg, rule) => {
    expect(rules(svg)).toContain(rule)
  })
  test.each([
    ['an emoji', text('a 🎧'), 'no-emoji'],
    ['tiny type', page('<text x="10" y="20" font-size="8" fill="#000000">a</text>'), 'text-min-size'],
    ['a hairline', page('<path d="M10 5L10 40" fill="none" stroke="#000000" stroke-width="0.4"/>'), 'stroke-min'],
    ['2,001 elements', page('<g></g>'.repeat(2001)), 'size-warn'],
  ])('%s is warned of', (_what, svg, rule) => {
    expect(warnings(svg)).toContain(rule)
  })
})
