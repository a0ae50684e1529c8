import { useQuery } from '@tanstack/react-query';
import { programme } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { networkBeginning, openNetwork, receiveApplication, showInterest } from './commands.ts';

/** What begins in a programme: a network, interest in it, an application. */
export function ProgrammeRecord() {
  const { t } = useWords();
  const { data } = useQuery(programme(useProgramme()));
  if (data === undefined) return null;
  const { programme: id, networks } = data.data;
  const [only] = networks;
  return (
    <>
      {networks.length === 0 && <p>{t('demand.start')}</p>}
      <CommandChoices
        commands={networks.length === 0 ? [openNetwork, showInterest] : [receiveApplication, showInterest, openNetwork]}
        legend={t('demand.record')}
        id={id}
        today={data.basis.validOn}
        given={({ key }) =>
          key === openNetwork.key ? networkBeginning : { network: networks.length === 1 ? (only?.network ?? '') : '' }
        }
        after={({ id: made, events }) =>
          events.some(({ type }) => type.startsWith('trajectory.')) ? (
            <p>
              <TrajectoryLink trajectory={made}>{t('demand.openTrajectory')}</TrajectoryLink>
            </p>
          ) : null
        }
      />
    </>
  );
}
