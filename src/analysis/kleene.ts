// Three-valued reasoning (Kleene): or = the greater, and = the smaller.

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Truth = typeof NO | typeof UNKNOWN | typeof YES

export const either = (a: Truth, b: Truth): Truth => (a > b ? a : b)
export const both = (a: Truth, b: Truth): Truth => (a < b ? a : b)
export const not = (a: Truth): Truth => (2 - a) as Truth

/** The two runs of domain.md 2.6: unknown counts as no, and as yes. */
export type Run = 'pessimistic' | 'optimistic'
export const RUNS: readonly Run[] = ['pessimistic', 'optimistic']
export const inEachRun = <T>(of: (run: Run) => T): Readonly<Record<Run, T>> => ({
  pessimistic: of('pessimistic'),
  optimistic: of('optimistic'),
})
export const holdsIn = (run: Run, truth: Truth): boolean => (run === 'pessimistic' ? truth === YES : truth !== NO)
