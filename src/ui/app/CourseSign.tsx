// Whether a number gets better or worse, as a shape; the word stands beside it.
import type { Course } from '../../analysis/difference'
import styles from './CourseSign.module.css'

const SHAPES: Readonly<Record<Course, string>> = {
  better: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M4.9 8.3l2.2 2.2 4-4.5',
  worse: 'M8 1.75 15 14H1zM8 6v4M8 11.9v.1',
  open: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M6.25 6.4a1.75 1.75 0 1 1 2.5 1.55c-.5.25-.75.6-.75 1.15M8 11.15v.05',
  other: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  same: 'M3.5 6h9M3.5 10h9',
}

export function CourseSign({ course }: { course: Course }) {
  return (
    <svg className={styles.sign} data-course={course} viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" focusable="false">
      <path d={SHAPES[course]} />
    </svg>
  )
}
