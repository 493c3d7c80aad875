// WCAG 2.2 AA as far as a machine can tell.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function faults(page: Page, about: 'everything' | 'colours' = 'everything') {
  const builder = new AxeBuilder({ page })
  const { violations } = await (about === 'everything' ? builder.withTags(TAGS) : builder.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}
