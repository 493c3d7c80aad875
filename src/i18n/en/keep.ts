// Nothing is lost: autosave, recent files, saving.
import type { Messages } from '../catalogue'

export const keep = {
  'page.save': 'Save as a file',
  'page.save.detail': 'In Headstand’s own format: to open again, to pass on.',
  'page.saved': '{name}: saved. It opens here and in any other Headstand.',
  'find.keys.save': 'Save as a file',
  'find.keys.save.keys': 'Ctrl S',
  'page.save.failed': 'The file could not be written. The chart is as it was.',

  'page.keeping.saving': 'Saving in this browser …',
  'page.keeping.kept': 'Saved in this browser, and nowhere else.',
  'page.keeping.full': 'Not saved: this browser has no room left for it.',
  'page.keeping.missing': 'Not saved: this browser keeps nothing for this page.',
  'page.keep.full':
    'What you change is not saved: this browser has no room left for it. Download the file, or remove something under Recent.',
  'page.keep.missing': 'What you change is not saved: this browser keeps nothing for this page. Download the file before you leave.',
  'page.keep.unreachable': 'What this browser keeps could not be reached. The chart is as it was.',
  'page.keep.broken': ({ names }, words) =>
    `${words.list((names as readonly string[]).map((name) => name.replace(/\.json$/, '')))} was kept in this browser and cannot be read any more. It stays under Recent.`,
  'page.keep.elsewhere': 'This organisation was changed in another tab.',
  'page.keep.both': 'Another tab changed this organisation as well. Both are kept; that one is under Recent.',
  'page.keep.do.download': 'Download the file',
  'page.keep.do.showOther': 'Show that version',
  'page.keep.do.putBack': 'Put it back',
  'page.keep.do.forgetAll': 'Forget them',

  'page.recent': 'Recent',
  'page.recent.elsewhere': '{name} (other tab)',
  'page.recent.nameless': 'An organisation without a name',
  'page.recent.forget': 'Remove {name} from this browser',
  'page.recent.removed': '{name}: removed from this browser.',
  'page.recent.forgetAll': 'Forget everything kept in this browser',
  'page.recent.sure': ({ count }, words) =>
    `${words.number(count as number)} ${count === 1 ? 'organisation is' : 'organisations are'} kept in this browser. Once forgotten they do not come back; what is on the page stays.`,
  'page.recent.forgotten': 'Nothing is kept in this browser any more.',
} satisfies Messages
