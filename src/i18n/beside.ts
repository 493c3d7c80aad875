// By code what would help and is no change that can be tried on a file (domain.md 3.2, remedies): said as it is, in a line.
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  F01: ['conditions', 'access', 'unneeded'],
  F02: ['limit-by-segment', 'budget', 'move-decision'],
  F03: ['move-decision', 'delegate-middle', 'answer-sooner'],
  F04: ['residual'],
  F05: ['access', 'commit-unit'],
  F06: ['narrow-measure', 'answer-sooner', 'stretch'],
  F07: ['name-owner', 'huddle'],
  F08: ['stop-the-line'],
  F09: ['huddle'],
  F10: ['regret', 'reserve-liability'],
  F11: ['pay', 'career', 'ambassadors'],
  F12: ['senior-grade', 'shifts', 'customer-time'],
  F13: ['delegate-middle', 'second-approver', 'sample'],
  F14: ['second-holder', 'automate'],
  F15: ['planning-only'],
  F16: ['three-words', 'drop-priority', 'odd-measure'],
  F17: ['say-no', 'fix-source', 'change-boundary'],
  F18: ['limit-by-segment', 'service-level', 'less-energy'],
  F19: ['calls', 'take-shift'],
  F20: ['set-limit', 'sample'],
  F21: ['case-owner'],
  F22: ['in-the-way'],
}

/** Keys of the catalogue, each once, in order of the codes given. */
export const besideKeys = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.flatMap((code) => BESIDE[code] ?? []).map((name) => `trial.text.${name}`)),
]
