import { Link } from '@tanstack/react-router';
import type { DossierGroup } from '../../data/answers/groups.ts';
import { otherGroups } from '../../data/ask-groups.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useCodeWords } from '../../ui/facts/codes.ts';
import { useWords } from '../../ui/words.tsx';

/** Groups of the dossier: theme teams, learning lines, interest groups, with how far they are. */
export function OtherGroups() {
  const { t } = useWords();
  return (
    <Asked query={otherGroups(useProgramme())} lines={3}>
      {({ groups }) =>
        groups.length === 0 ? (
          <Empty>{t('groups.othersNone')}</Empty>
        ) : (
          <ul className="rows rows--wide">
            {groups.map((group) => (
              <OtherGroup key={group.item} group={group} />
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function OtherGroup({ group }: { readonly group: DossierGroup }) {
  const { t, day } = useWords();
  const codeWord = useCodeWords();
  const { id } = useProgramme();
  const { item, name, sort, organisation, since, endedOn, members, goals, rounds } = group;
  return (
    <li className="row">
      <span className="row__main">
        <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
          {name}
        </Link>
        <span className="row__note">
          {[codeWord('sort', sort), organisation?.name].filter((part) => part !== undefined).join(', ')}
        </span>
      </span>
      <span>{t('groups.figures', { members: members.length, goals: goals.length, rounds: rounds.length })}</span>
      <span className="row__note">
        {endedOn === null ? t('groups.since', { day: day(since) }) : t('groups.ended', { day: day(endedOn) })}
      </span>
    </li>
  );
}
