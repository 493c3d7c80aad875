/** Files of public/samples, in the order of the menu; the first is drawn at the first visit. */
export const SAMPLES = ['pinfold', 'approval-ladder', 'teams-without-managers', 'people-only'] as const
