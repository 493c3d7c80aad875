import { expect, test } from '@playwright/test'

test('the built page starts under its own policy and asks nobody else for anything', async ({ page, baseURL }) => {
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('./', { waitUntil: 'load' })
  await expect(page).toHaveTitle(/Headstand/)
  expect(complaints).toEqual([])
  expect(asked.filter((url) => !url.startsWith(baseURL!) && !/^(data|blob):/.test(url))).toEqual([])
})

test('the policy is in the page itself and does what it says', async ({ page }) => {
  await page.goto('./')
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  const refused = await page.evaluate(() => {
    const violation = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
    )
    return fetch('https://elsewhere.invalid/').then(
      () => 'sent',
      () => violation,
    )
  })
  expect(refused).toBe('connect-src')
})
