// English: findings, reasons of what is not known, remedies: `finding.<code>`, `because.<code>`, `remedy.<kind>`
import type { Messages } from '../catalogue'

export const findings = {} satisfies Messages
