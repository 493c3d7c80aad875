// Several drawings on one page, side by side: the conventional chart and the flipped one, or the stages of a turn.
import { unionOf } from '../base/geometry'
import type { Mark, PathCommand, Scene } from './types'

/** One scene as wide as all and as high as the highest; keys are prefixed, so they stay unique. Needs at least one scene. */
export function beside(scenes: readonly [Scene, ...Scene[]], gap = 0): Scene {
  const [first] = scenes
  let x = 0
  const placed = scenes.map((scene, i) => {
    const shift = { dx: x - scene.bounds.x, dy: -scene.bounds.y, prefix: `chart${i + 1}-` }
    x += scene.bounds.width + gap
    return { bounds: { ...scene.bounds, x: shift.dx + scene.bounds.x, y: 0 }, marks: scene.marks.map((mark) => moved(mark, shift)) }
  })
  return {
    ...first,
    title: [...new Set(scenes.map((scene) => scene.title))].join(' · '),
    description: [...new Set(scenes.map((scene) => scene.description))].join(' '),
    bounds: unionOf(placed.map((one) => one.bounds)),
    marks: placed.flatMap((one) => one.marks),
  }
}

interface Shift {
  readonly dx: number
  readonly dy: number
  readonly prefix: string
}

function moved(mark: Mark, shift: Shift): Mark {
  const { dx, dy, prefix } = shift
  switch (mark.kind) {
    case 'rectangle':
    case 'text':
      return { ...mark, x: mark.x + dx, y: mark.y + dy }
    case 'path':
      return { ...mark, commands: mark.commands.map((command) => movedCommand(command, shift)) }
    case 'connector':
      return {
        ...mark,
        from: { ...mark.from, group: prefix + mark.from.group },
        to: { ...mark.to, group: prefix + mark.to.group },
        points: mark.points.map((value, i) => value + (i % 2 === 0 ? dx : dy)),
      }
    case 'group':
      return { ...mark, key: prefix + mark.key, marks: mark.marks.map((inner) => moved(inner, shift)) }
  }
}

function movedCommand([letter, ...numbers]: PathCommand, { dx, dy }: Shift): PathCommand {
  return [letter, ...numbers.map((value, i) => value + (i % 2 === 0 ? dx : dy))] as unknown as PathCommand
}
