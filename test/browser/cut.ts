// Whether a thumb finds every control whole: nothing cut, nothing outside the page, nothing under something else.
import type { Page } from '@playwright/test'

/** Controls whose words do not fit into them, or that stand outside the page. */
export async function cutControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[role=tree]')
    }
    const SERIF = 8 // a line of serif is higher than its line height
    const cut: string[] = []
    for (const element of document.querySelectorAll(
      'button, [role=menuitem], [role=menuitemradio], summary, h1, h2, label, footer, header',
    )) {
      if (!isShown(element)) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const name = `${element.tagName} ${element.textContent?.slice(0, 40)}`
      if (left < -0.5 || right > innerWidth + 0.5) cut.push(`${name}: outside the page`)
      const content = document.createRange()
      content.selectNodeContents(element)
      const words = content.getBoundingClientRect() // where a touch is met may be larger
      const isStrip = element.tagName === 'FOOTER' // totals that find no room there go as a whole, below what is seen
      const isWider = words.left < left - 1 || words.right > right + 1
      const isHigher = words.top < top - SERIF || (words.bottom > bottom + SERIF && !isStrip)
      const ends = words.width > 0 && (isWider || isHigher)
      const mayEnd = [...element.querySelectorAll('*'), element].some((one) => getComputedStyle(one).textOverflow === 'ellipsis')
      if (ends && !mayEnd) cut.push(`${name}: cut`)
    }
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) cut.push('the page scrolls sideways')
    return cut
  })
}

/** Buttons that are in sight, and in whose middle something else would be met. */
export async function coveredControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isInSight = (element: Element, x: number, y: number) => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        if (one !== element && !/auto|scroll|hidden/.test(getComputedStyle(one).overflow)) continue
        const { left, right, top, bottom } = one.getBoundingClientRect()
        if (x < left || x > right || y < top || y > bottom) return false
      }
      return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    }
    return [...document.querySelectorAll('header button, aside button, aside summary, body > div footer button')].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      if (width < 2 || !button.checkVisibility() || !isInSight(button, x, y)) return []
      const met = document.elementFromPoint(x, y)
      const name = button.getAttribute('aria-label') ?? button.textContent
      return met && (button.contains(met) || met.contains(button)) ? [] : [`${name}: under ${met?.outerHTML.slice(0, 60)}`]
    })
  })
}
