import { type Command, command } from '../../ui/facts/commands.ts';
import { contactRole, motivation, on, places } from '../../ui/facts/shared-fields.ts';

const organisation = { name: 'organisation', kind: 'organisation', required: true } as const;
const network = { name: 'network', kind: 'reference', to: 'network' } as const;

export const openNetwork: Command = command(
  'do.openNetwork',
  '/v1/programmes/{id}/networks',
  { name: 'name', kind: 'line', required: true },
  { name: 'region', kind: 'line', required: true },
  ...places,
);

/** What a network mostly begins with: ten organisations learn well together, fewer than eight is too few. */
export const networkBeginning = { minimum: '8', target: '10', maximum: '10' };

export const changePlaces: Command = command('do.changePlaces', '/v1/networks/{id}/place-changes', ...places, {
  name: 'reason',
  kind: 'text',
  required: true,
});

/** How an organisation comes into the programme: interest can come before there is a network, an application names one. */
export const showInterest: Command = command(
  'do.showInterest',
  '/v1/programmes/{id}/interests',
  organisation,
  network,
  contactRole,
  on,
);
export const receiveApplication: Command = command(
  'do.apply',
  '/v1/programmes/{id}/applications',
  organisation,
  { ...network, required: true },
  contactRole,
  motivation,
  on,
);
