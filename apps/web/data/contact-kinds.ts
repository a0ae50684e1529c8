/** The ways in which people are in contact. */
export const contactKinds = ['phone', 'video', 'visit', 'mail', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];
