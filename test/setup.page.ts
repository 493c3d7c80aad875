// For tests in jsdom: matchers for what a reader of the page would notice, and a clean page for each test.
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)
