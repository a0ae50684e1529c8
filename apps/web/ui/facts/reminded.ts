import { useQuery } from '@tanstack/react-query';
import { commitments, itemsOf, meetings, pledges, programme, progress } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../words.tsx';
import type { Referred } from './option.ts';

/** Everything that somebody can be reminded of, as the subject that it is; what is most waited for comes first. */
export function useReminded(enabled: boolean): readonly Referred[] {
  const { t, day, pick, word } = useWords();
  const about = useProgramme();
  const layers = useQuery({ ...programme(about), enabled }).data?.data.template.layers ?? [];
  const asked = useQuery({ ...commitments(about), enabled }).data?.data.items ?? [];
  const pledged = useQuery({ ...pledges(about), enabled }).data?.data.items ?? [];
  const held = useQuery({ ...meetings(about), enabled }).data?.data.items ?? [];
  const items = useQuery({ ...itemsOf(about, '*'), enabled }).data?.data.items ?? [];
  const standings = useQuery({ ...progress(about), enabled }).data?.data.items ?? [];
  if (!enabled) return [];
  const layerName = (layer: string) => {
    const found = layers.find(({ key }) => key === layer);
    return found === undefined ? layer : pick(found.label);
  };
  return [
    ...asked.map(({ trajectory, layer, organisation: { name } }): Referred => {
      const what = t('reminded.commitment', { name, layer: layerName(layer) });
      return [`commitment:${trajectory}/${layer}`, what, trajectory];
    }),
    ...pledged.map(({ pledge, trajectory, keeper, due }): Referred => {
      const from = [keeper.organisation?.name, word('role', keeper.role)].filter((part) => part !== undefined);
      const what = t('reminded.pledge', { from: from.join(', '), day: due === null ? t('none') : day(due) });
      return trajectory === null ? [`pledge:${pledge}`, what] : [`pledge:${pledge}`, what, trajectory];
    }),
    ...items
      .filter(({ ended }) => !ended)
      .map(({ item, title, label, since }): Referred => {
        return [`item:${item}`, `${pick(label)}: ${title ?? day(since)}`];
      }),
    ...held.map(
      ({ meeting, title, date }): Referred => [`meeting:${meeting}`, t('reminded.meeting', { title, day: day(date) })],
    ),
    ...standings.map(
      ({ trajectory, organisation: { name } }): Referred => [
        `trajectory:${trajectory}`,
        t('reminded.trajectory', { name }),
        trajectory,
      ],
    ),
  ];
}
