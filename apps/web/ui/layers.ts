import { useQuery } from '@tanstack/react-query';
import { programme } from '../data/ask.ts';
import { useProgramme } from '../shell/use-programme.ts';
import { useWords } from './words.tsx';

/** The name of a layer of commitment, as the template of the programme has it. */
export function useLayerNames(): (layer: string) => string {
  const { pick } = useWords();
  const layers = useQuery(programme(useProgramme())).data?.data.template.layers ?? [];
  return (layer) => {
    const found = layers.find(({ key }) => key === layer);
    return found === undefined ? layer : pick(found.label);
  };
}
