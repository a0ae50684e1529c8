import type { NetworkDetail } from '../../data/answers/groups.ts';
import { CommandChoices } from '../facts/command-choices.tsx';
import { useWords } from '../words.tsx';
import { decisionsFor } from './commands.ts';
import { type Place, placeIn } from './place.ts';

/** How a place stands, in words. */
export function usePlaceWords(): (place: Place, step: string) => string {
  const { t, day, word } = useWords();
  return (place, step) => {
    if (place.place === 'given')
      return place.expectedOn === undefined ? t('groups.placed') : t('groups.reserved', { day: day(place.expectedOn) });
    const line = place.isProposed ? t('groups.offered') : t('groups.waitingAs', { place: place.turn });
    const told = [
      ...(place.heldUntil === undefined ? [] : [t('groups.heldUntil', { day: day(place.heldUntil) })]),
      ...(place.turn === 0 ? [] : [line]),
    ];
    return told.length > 0 ? told.join('; ') : t('decide.none', { step: word('participation', step).toLowerCase() });
  };
}

interface Props {
  readonly network: NetworkDetail;
  readonly trajectory: string;
  readonly name: string;
  readonly step: string;
  readonly today: string;
}

/** The decisions of a network about one trajectory that fit where it stands; each can be refused, and says why. */
export function Decisions({ network, trajectory, name, step, today }: Props) {
  const { t } = useWords();
  return (
    <CommandChoices
      commands={decisionsFor(step, placeIn(network, trajectory))}
      legend={t('decide.legend', { name })}
      id={network.network}
      fixed={{ trajectory }}
      today={today}
    />
  );
}
