/** The kinds of meetings, as the trade names them; a spec holds them to the domain's. */
export const meetingKinds = [
  'opening',
  'exchange',
  'closing',
  'session',
  'evening',
  'presentation',
  'peer-consultation',
  'team-meeting',
  'steering-group',
  'other',
] as const;
