/** The twelve provinces: real codes of Statistics Netherlands (CBS); nothing else about them is real. */
export const provinces = {
  groningen: { cbs: '20', name: 'Groningen' },
  fryslan: { cbs: '21', name: 'Fryslân' },
  drenthe: { cbs: '22', name: 'Drenthe' },
  overijssel: { cbs: '23', name: 'Overijssel' },
  flevoland: { cbs: '24', name: 'Flevoland' },
  gelderland: { cbs: '25', name: 'Gelderland' },
  utrecht: { cbs: '26', name: 'Utrecht' },
  'noord-holland': { cbs: '27', name: 'Noord-Holland' },
  'zuid-holland': { cbs: '28', name: 'Zuid-Holland' },
  zeeland: { cbs: '29', name: 'Zeeland' },
  'noord-brabant': { cbs: '30', name: 'Noord-Brabant' },
  limburg: { cbs: '31', name: 'Limburg' },
} as const;

export type Province = keyof typeof provinces;

export const all = Object.keys(provinces) as readonly Province[];

/** A team for each theme that was chosen; the first brought the theme in. */
export const teams = {
  energy: ['groningen', 'fryslan', 'overijssel'],
  rural: ['drenthe', 'gelderland', 'noord-brabant'],
  mobility: ['noord-holland', 'zuid-holland', 'utrecht'],
  culture: ['limburg', 'flevoland', 'zeeland'],
} as const satisfies Record<string, readonly Province[]>;

export type Team = keyof typeof teams;

/** What each of them brought in. */
export const titles: Readonly<Record<Province, string>> = {
  groningen: 'Energie van onderop',
  fryslan: 'Mienskip als vertrekpunt',
  drenthe: 'Het gesprek aan de keukentafel',
  overijssel: 'Noaberschap in beleid',
  flevoland: 'Nieuwe inwoners, nieuwe buren',
  gelderland: 'Boeren en burgers',
  utrecht: 'De stad uit, het landschap in',
  'noord-holland': 'Samen onderweg',
  'zuid-holland': 'Een regio van buurten',
  zeeland: 'Leven met water',
  'noord-brabant': 'Ondernemende dorpen',
  limburg: 'Erfgoed als ontmoeting',
};
