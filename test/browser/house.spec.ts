import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../../src/house/place.mjs'

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

test('a worker, which no policy in a page binds, has nothing to ask anybody with', async ({ page }) => {
  const doorway = readdirSync(join(root, 'dist/assets')).find((name) => /worker.*\.js$/.test(name))
  await page.goto('./')
  const started = page.waitForEvent('worker', (worker) => worker.url().endsWith('#looked-into'))
  await page.evaluate((name) => {
    Object.assign(window, { kept: new Worker(`./assets/${name}#looked-into`, { type: 'module' }) })
  }, doorway)
  const worker = await started
  await expect.poll(() => worker.evaluate('typeof self.onmessage')).toBe('function') // all of it has run
  const left =
    "['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker'].filter((name) => self[name])"
  expect(await worker.evaluate(left)).toEqual([])
})

test('the built page works from any folder of any static host', async ({ page }) => {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
  const server = createServer((request, response) => {
    const [, path] = /^\/deep\/folder\/([^?]*)/.exec(request.url ?? '') ?? []
    const file = path === '' ? 'index.html' : (path ?? 'nothing')
    readFile(join(root, 'dist', file)).then(
      (content) => response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const missing: string[] = []
  page.on('response', (response) => response.ok() || missing.push(response.url()))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/deep/folder/`, { waitUntil: 'networkidle' })
  server.close()
  expect(missing).toEqual([])
})
