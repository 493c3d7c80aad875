// Where the keyboard is, as far as the page cares: on the chart, or somewhere with a meaning of its own.

/** The chart's own element, which takes its keys; beside both the first of the two. */
const HOST = '[data-chart-host]'

export function focusChart(): void {
  document.querySelector<HTMLElement>(HOST)?.focus({ preventScroll: true })
}
/** The line of the outline where the keyboard was last. */
export function focusOutline(): void {
  document.querySelector<HTMLElement>('#outline [role=treeitem][tabindex="0"]')?.focus({ preventScroll: true })
}
/** The field of the search, or on a narrow page the button that opens it. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLElement>('[data-search] input')
  if (field) field.focus()
  else document.querySelector<HTMLElement>('[data-search] button')?.click()
}
/** Where the page puts the keyboard when what had it is gone: nothing there takes a key. */
const LANDING = 'aside, h2'
/** On the chart, or nowhere: letters are then the page's (WCAG 2.1.4). */
export function isOnChart(target: EventTarget | null): boolean {
  return (
    target === null ||
    target === document ||
    target === document.body ||
    (target instanceof Element && target.matches(`${HOST}, ${LANDING}`))
  )
}
