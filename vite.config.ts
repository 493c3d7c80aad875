import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Nothing is loaded from elsewhere and nothing is sent anywhere: the page itself forbids it.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The policy travels in the built page, so it holds on any host; the development server needs inline scripts and a socket. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
}

export default defineConfig({
  base: './',
  plugins: [react(), policyInPage],
  worker: { format: 'es' }, // a workbook's reader is fetched when one is opened
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0 }, // the policy takes no font out of a data: address
  preview: {
    host: '127.0.0.1',
    headers: {
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  test: {
    testTimeout: 120_000, // no test is about time: what grows too fast takes minutes on any machine, and nothing else does
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.ts'], environment: 'node', setupFiles: ['test/setup.seed.ts'] } },
      { extends: true, test: { name: 'page', include: ['test/**/*.test.tsx'], environment: 'jsdom', setupFiles: ['test/setup.page.ts'] } },
    ],
  },
})
