/** A slide sets the headline in bold sans, drops emoji and is never panned; everything else is the same picture. */
export type Medium = 'screen' | 'slide'
