import type { CommandSide } from '../command-side.ts';
import { alternate, perSecond, type Side } from '../rounds.ts';
import { appending } from './appends.ts';
import { Sender } from './command-side.ts';
import { emmettRate, startEmmett } from './emmett.ts';
import type { Environment } from './environment.ts';
import { eventNumber } from './sample.ts';

function sending({ repository }: CommandSide, writers: number, span: number): Side {
  const all = Array.from({ length: writers }, () => new Sender(repository));
  return () => perSecond(writers, span, (writer) => all[writer]?.send() ?? Promise.resolve());
}

/** Commands per second, beside bare appends of the same events by the same client, and beside Emmett's handler. */
export async function measureRepository(environment: Environment, side: CommandSide) {
  const { client, size } = environment;
  const { span, rounds } = size;
  const emmett = await startEmmett(environment);
  const theirs = (writers: number): Side =>
    emmett === null ? async () => Number.NaN : () => emmettRate(emmett, writers, span);
  const rates = await alternate(
    {
      appends1: appending(client, 1, span, eventNumber),
      commands1: sending(side, 1, span),
      emmett1: theirs(1),
      appends32: appending(client, 32, span, eventNumber),
      commands32: sending(side, 32, span),
      emmett32: theirs(32),
    },
    rounds,
  );
  await emmett?.stop();
  return rates;
}
