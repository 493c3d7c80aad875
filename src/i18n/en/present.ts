// The story on the whole screen.
import type { Messages } from '../catalogue'
import { small } from './small'

export const present = {
  'page.present': 'Present',
  'page.present.title': 'Present: the whole screen, step by step (P)',
  'page.present.room': 'Presentation',
  'page.present.steps': 'Steps of the story',
  'page.present.leave': 'Leave the presentation (Esc)',
  'page.present.hidden': 'Pay and names hidden',
  'page.present.shown': 'Pay and names shown',
  'page.present.names.title': 'Pay and names: hide or show (N)',
  'page.present.blank': 'The screen is blank',
  'page.present.step.chart': 'The chart',
  'page.present.step.customers': 'Customers',
  'page.present.step.turn': 'Turn it',
  'page.present.step.distance': 'By distance',
  'page.present.step.stuck': 'What gets stuck',
  'page.present.step.case': 'One case',
  'page.present.place': '{name}, {place} of {of}',
  'page.present.says': ({ step, of, name, first, second, third }, words) =>
    `${words.number(step as number)} of ${words.number(of as number)}, ${name}: ${[first, second, third].filter(Boolean).join(' ')}`,
  'page.present.hand': ({ role, place, of, hours }) => `${role}, ${place} of ${of}${hours ? `, after ${hours}` : ''}.`,

  'page.present.asked': '{first}: {second}',
  'page.present.bottom': ({ customers, front, bottom }, words) => {
    const here = `${words.number(bottom as number)} of the ${words.number(front as number)} are in the bottom row.`
    if (!customers) return bottom ? here : 'The chart has no place for those they meet them for.'
    const many = `${words.number(customers as number)} customers keep it going`
    return bottom ? `${many}; ${here}` : `${many}.`
  },
  'page.present.farthest': 'Who is now farthest from the customers?',
  'page.present.farthest.who': ({ roles, steps }, words) =>
    `${words.list(roles as readonly string[])}: ${small(steps as number, words)} ${steps === 1 ? 'step' : 'steps'} from those who meet them.`,
  'page.present.farthest.many': ({ people, steps }, words) =>
    `${words.number(people as number)} people are ${small(steps as number, words)} ${steps === 1 ? 'step' : 'steps'} from those who meet them.`,
  'page.present.stuck': ({ cases, stake, period }) =>
    cases && stake
      ? `${cases} and ${stake} at risk ${period}.`
      : cases
        ? `${cases} ${period}.`
        : stake
          ? `${stake} at risk ${period}.`
          : '',

  'find.keys.room': 'While presenting',
  'find.keys.room.next': 'Next step, or next hand of the case',
  'find.keys.room.next.keys': '→ ↓ PageDown Space',
  'find.keys.room.back': 'One step back',
  'find.keys.room.back.keys': '← ↑ PageUp',
  'find.keys.room.ends': 'First step, last step',
  'find.keys.room.ends.keys': 'Home End',
  'find.keys.room.blank': 'Blank the screen, and back',
  'find.keys.room.blank.keys': 'B .',
  'find.keys.room.names': 'Show pay and names, hide them',
  'find.keys.room.names.keys': 'N',
  'find.keys.room.leave': 'Leave',
  'find.keys.room.leave.keys': 'Esc P',
} satisfies Messages
