import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LearningGroup, NetworkDetail } from '../../data/answers/groups.ts';
import { progress } from '../../data/ask.ts';
import { groupProposalOf } from '../../data/ask-groups.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../../ui/words.tsx';
import { afterMove, type Column, columnsOf, type Draft, emptyDraft, inNoGroup, proposed } from './composition.ts';

/** The size that the API proposes when nobody says otherwise. */
const usualSize = 6;

/** What the lead does with the groups of a network; `said` tells the last step, for who cannot see it. */
export function useBoard(network: NetworkDetail, groups: readonly LearningGroup[]) {
  const { t } = useWords();
  const about = useProgramme();
  const standings = useQuery(progress(about)).data?.data.items ?? [];
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [size, setSize] = useState(usualSize);
  const [again, setAgain] = useState(false);
  const [said, setSaid] = useState('');
  const moved = useRef('');
  const made = useRef(0);
  const asked = useQuery(groupProposalOf({ id: network.network, day: about.day }, size));
  const proposal = asked.data?.data;
  const columns = columnsOf(groups, draft);
  const left = inNoGroup(
    network.places.map(({ trajectory }) => trajectory),
    columns,
    again,
  );
  // Who left the network is not among its organisations any more, but may still be in a group.
  const nameOf = (trajectory: string) =>
    network.organisations[trajectory]?.name ??
    standings.find((one) => one.trajectory === trajectory)?.organisation.name ??
    t('groups.gone');
  const setAdded = (change: (added: Draft['added']) => Draft['added']) =>
    setDraft((now) => ({ ...now, added: change(now.added) }));
  const nextName = (place: number) => t('groups.nameOf', { place: columns.length + place });
  return {
    proposalError: asked.error,
    ...{ proposal, columns, left, nameOf, said, size, setSize, again, setAgain, moved },
    move(trajectory: string, from: string, to: string) {
      setDraft((now) => afterMove(groups, now, { trajectory, from, to }));
      moved.current = trajectory;
      const name = nameOf(trajectory);
      const group = columns.find(({ key }) => key === to)?.name;
      setSaid(group === undefined ? t('groups.movedOut', { name }) : t('groups.moved', { name, group }));
    },
    rename: (key: string, name: string) =>
      setAdded((added) => added.map((group) => (group.key === key ? { ...group, name } : group))),
    remove: (key: string) => setAdded((added) => added.filter((group) => group.key !== key)),
    addEmpty() {
      made.current += 1;
      const key = `new-${made.current}`;
      setAdded((added) => [...added, { key, name: nextName(1), members: [] }]);
    },
    takeProposal() {
      if (proposal === undefined) return;
      made.current += 1;
      const found = proposed(proposal, left, nextName).map((group) => ({
        ...group,
        key: `${group.key}-${made.current}`,
      }));
      setAdded((added) => [...added, ...found]);
      setSaid(t('groups.proposed', { count: found.length }));
    },
    /** What was recorded is no draft any more: from here on the answer of the API has it. */
    recorded({ key, name }: Column) {
      setDraft(({ moves, added }) => ({
        moves: Object.fromEntries(Object.entries(moves).filter(([group]) => group !== key)),
        added: added.filter((group) => group.key !== key),
      }));
      setSaid(t('groups.recorded', { group: name }));
    },
  };
}
export type BoardState = ReturnType<typeof useBoard>;
