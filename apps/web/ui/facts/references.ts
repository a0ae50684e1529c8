import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { SupportRequest } from '../../data/answers/support.ts';
import { itemsOf, meetings, programme, programmes, progress, questions } from '../../data/ask.ts';
import { groupDecisions, groupsIn } from '../../data/ask-groups.ts';
import { supportOf } from '../../data/ask-support.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { hoursIn } from '../hours.ts';
import { useWords } from '../words.tsx';
import { expertsIn } from './experts.ts';
import type { Reference } from './fields.ts';
import type { Option, Referred } from './option.ts';
import { organisationWords } from './organisation-words.ts';
import { useReminded } from './reminded.ts';

/** What a reference can be chosen from; each list is asked for only when a form needs it. */
export function useReference(to: Reference): readonly Referred[] {
  const { t, pick, day } = useWords();
  const about = useProgramme();
  const is = (...kinds: Reference[]) => ({ enabled: kinds.includes(to) });
  const [, itemKind = ''] = to.split(':');
  const detail = useQuery({ ...programme(about), ...is('layer', 'category', 'line', 'network') }).data?.data;
  const standings = useQuery({ ...progress(about), ...is('trajectory', 'question') }).data?.data.items ?? [];
  const held = useQuery({ ...meetings(about), ...is('meeting') }).data?.data.items ?? [];
  const asked = useQuery({ ...questions(about), ...is('question') }).data?.data.items ?? [];
  const others = useQuery({ ...programmes(), ...is('programme') }).data?.data.items ?? [];
  const supported = useQuery({ ...supportOf(about), ...is('expert', 'support') }).data?.data.requests ?? [];
  const composed = useQuery({ ...groupDecisions(about), ...is('group') }).data?.data;
  const reminded = useReminded(to === 'reminded');
  const items = useQuery({ ...itemsOf(about, itemKind), enabled: itemKind !== '' }).data?.data.items ?? [];
  const nameOf = (id: string) => standings.find(({ trajectory }) => trajectory === id)?.organisation.name ?? '';
  const wordsOf = ({ organisation, requestedOn, planned, delivered }: SupportRequest) => {
    const request = t('support.requestOf', { day: requestedOn === null ? t('none') : day(requestedOn) });
    return `${organisation?.name ?? ''}: ${request} (${t('support.hours', { planned: hoursIn(planned), delivered: hoursIn(delivered) })})`;
  };
  switch (to) {
    case 'layer':
      return (detail?.template.layers ?? []).map(({ key, label }) => [key, pick(label)]);
    case 'category':
      return (detail?.template.categories ?? []).map(({ key, label }) => [key, pick(label)]);
    case 'line':
      return (detail?.template.lines ?? []).map(({ key, label }) => [key, pick(label)]);
    case 'network':
      return (detail?.networks ?? []).map(({ network, name }) => [network, name]);
    case 'trajectory':
      return standings.map(({ trajectory, organisation }) => [trajectory, organisation.name]);
    case 'meeting':
      return held.map(({ meeting, title, date }) => [meeting, `${title}, ${day(date)}`]);
    case 'question':
      return asked.map(({ question, trajectory, category, categoryLabel }) => [
        question,
        `${nameOf(trajectory)}: ${categoryLabel === null ? category : pick(categoryLabel)}`,
      ]);
    case 'expert':
      return expertsIn(supported).map(([expert, names]) => [
        expert,
        t('form.knownExpert', { names: names.join(', ') }),
      ]);
    case 'group':
      return (composed === undefined ? [] : groupsIn(composed)).map(({ group, name }) => [group, name]);
    case 'support':
      return supported.map((request) => [request.support, wordsOf(request), request.trajectory]);
    case 'reminded':
      return reminded;
    case 'programme':
      return others.map(({ programme: id, name }) => [id, name]);
    default:
      return items.map(({ item, title, label, since }) => [item, title ?? `${pick(label)}, ${day(since)}`]);
  }
}

/** Organisations of the programme, where the page is about one; any other is found by its name. */
export function useOrganisations(): readonly Option[] {
  const { programme: id = '' } = useParams({ strict: false });
  const standings = useQuery({ ...progress({ id }), enabled: id !== '' }).data?.data.items ?? [];
  return standings.map(({ organisation }) => [organisationWords(organisation), organisation.province ?? '']);
}
