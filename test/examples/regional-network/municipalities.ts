/**
 * The twelve municipalities of the fictitious example: real codes of Statistics Netherlands (CBS), nothing else about
 * them is real. People appear by role only.
 */
export const municipalities = {
  groningen: { cbs: '0014', name: 'Groningen', contactRole: 'municipal-secretary' },
  eemsdelta: { cbs: '1979', name: 'Eemsdelta', contactRole: 'organisation-adviser' },
  oldambt: { cbs: '1895', name: 'Oldambt', contactRole: 'hr-manager' },
  veendam: { cbs: '0047', name: 'Veendam', contactRole: 'municipal-secretary' },
  leeuwarden: { cbs: '0080', name: 'Leeuwarden', contactRole: 'programme-manager' },
  smallingerland: { cbs: '0090', name: 'Smallingerland', contactRole: 'organisation-adviser' },
  heerenveen: { cbs: '0074', name: 'Heerenveen', contactRole: 'hr-manager' },
  noardeast: { cbs: '1970', name: 'Noardeast-Fryslân', contactRole: 'municipal-secretary' },
  assen: { cbs: '0106', name: 'Assen', contactRole: 'programme-manager' },
  emmen: { cbs: '0114', name: 'Emmen', contactRole: 'organisation-adviser' },
  hoogeveen: { cbs: '0118', name: 'Hoogeveen', contactRole: 'municipal-secretary' },
  coevorden: { cbs: '0109', name: 'Coevorden', contactRole: 'hr-manager' },
} as const;

export type Municipality = keyof typeof municipalities;

/** The ten that got a place in July 2025. */
export const admitted = [
  'groningen',
  'eemsdelta',
  'oldambt',
  'leeuwarden',
  'smallingerland',
  'heerenveen',
  'noardeast',
  'assen',
  'emmen',
  'hoogeveen',
] as const satisfies readonly Municipality[];
