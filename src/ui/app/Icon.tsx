// The few signs of the page, drawn on a grid of 16 with strokes of 1.5.
const PATHS = {
  down: 'M4.5 6.25 8 9.75l3.5-3.5',
  undo: 'M5.5 3.5 2.75 6.25 5.5 9M2.75 6.25h6.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10.5 3.5l2.75 2.75L10.5 9M13.25 6.25h-6.5a3.5 3.5 0 0 0 0 7H9',
  open: 'M9 2H4.5A1.25 1.25 0 0 0 3.25 3.25v9.5A1.25 1.25 0 0 0 4.5 14h7a1.25 1.25 0 0 0 1.25-1.25V5.75zM9 2v3.75h3.75',
  export: 'M8 9.75V2.5M5 5.25 8 2.25l3 3M3 9.5v3.25c0 .7.55 1.25 1.25 1.25h7.5c.7 0 1.25-.55 1.25-1.25V9.5',
  sun: 'M8 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5M8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.25 3.25l1 1M11.75 11.75l1 1M12.75 3.25l-1 1M4.25 11.75l-1 1',
  moon: 'M13.25 9.5A5.75 5.75 0 0 1 6.5 2.75a5.75 5.75 0 1 0 6.75 6.75',
  panel: 'M3.25 2.75h9.5c.55 0 1 .45 1 1v8.5c0 .55-.45 1-1 1h-9.5c-.55 0-1-.45-1-1v-8.5c0-.55.45-1 1-1M9.75 2.75v10.5',
  turn: 'M5 2.75v10.5M5 2.75 2.5 5.25M5 2.75l2.5 2.5M11 13.25V2.75M11 13.25l-2.5-2.5M11 13.25l2.5-2.5',
  menu: 'M2.5 4.25h11M2.5 8h11M2.5 11.75h11',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  minus: 'M3.25 8h9.5',
  fit: 'M2.75 6V3.5c0-.4.35-.75.75-.75H6M10 2.75h2.5c.4 0 .75.35.75.75V6M13.25 10v2.5c0 .4-.35.75-.75.75H10M6 13.25H3.5a.75.75 0 0 1-.75-.75V10',
  close: 'm4 4 8 8M12 4l-8 8',
  tick: 'm3.25 8.5 3.25 3.25 6.25-7',
  warning: 'M8 2.25 14.25 13H1.75zM8 6.5v3M8 11.25v.05',
  back: 'M13 8H3.25M7 4.25 3.25 8 7 11.75',
  next: 'M6.25 4.5 9.75 8l-3.5 3.5',
  search: 'M7 2.75a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5M10.25 10.25l3.25 3.25',
  present: 'M3.25 2.75h9.5c.4 0 .75.35.75.75v6c0 .4-.35.75-.75.75h-9.5a.75.75 0 0 1-.75-.75v-6c0-.4.35-.75.75-.75M8 10.25v3M5.25 13.25h5.5',
  outline: 'M2.5 3.75h6M5 8h8.5M5 12.25h8.5M2.5 3.75v8.5',
  help: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5M6.25 6.4a1.75 1.75 0 1 1 2.5 1.55c-.5.25-.75.6-.75 1.15M8 11.15v.05',
  save: 'M3.5 2.5h7.25L13.5 5.25v7.5a.75.75 0 0 1-.75.75h-9.5a.75.75 0 0 1-.75-.75v-9.5c0-.4.35-.75.75-.75zM5 2.5v3.25h4.75V2.5M5 13.5V9h6v4.5',
  fold: 'M3.25 9.75 8 5l4.75 4.75',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** Three bars that stand on the narrow one: customers, those who meet them, the rest. */
export function Mark() {
  return (
    <svg viewBox="0 0 21 18" width="21" height="18" aria-hidden="true" focusable="false">
      <rect x="0" y="0.5" width="21" height="4.6" rx="0.8" fill="var(--amber)" />
      <rect x="3.5" y="6.9" width="14" height="4.6" rx="0.8" fill="var(--teal)" />
      <rect x="7.25" y="13.2" width="6.5" height="4.6" rx="0.8" fill="var(--grey)" />
    </svg>
  )
}
