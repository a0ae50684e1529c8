import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LearningGroup } from '../../data/answers/groups.ts';
import { programme, progress } from '../../data/ask.ts';
import { groupDecisions, groupsIn } from '../../data/ask-groups.ts';
import { keepPast } from '../../data/moment.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { OtherGroups } from './other-groups.tsx';

/** The groups of the programme: the learning groups of each network, and groups of every other sort. */
export function GroupsPage() {
  const { t } = useWords();
  const session = useSession();
  return (
    <>
      <PageTitle title={t('nav.groups')} lead={<p>{t('groups.lead')}</p>} />
      <Asked query={programme(useProgramme())} lines={6}>
        {({ networks }) => (
          <>
            {networks.length === 0 && <Empty>{t('demand.empty')}</Empty>}
            {networks.map(({ network, name }) => (
              <Section key={network} title={name} aside={<ComposeLink network={network} name={name} />}>
                {mayReadStories(session?.role) ? (
                  <LearningGroups network={network} />
                ) : (
                  <Empty>{t('groups.forbidden')}</Empty>
                )}
              </Section>
            ))}
          </>
        )}
      </Asked>
      <Section title={t('groups.others')}>
        <OtherGroups />
      </Section>
    </>
  );
}

function ComposeLink({ network, name }: { readonly network: string; readonly name: string }) {
  const { t } = useWords();
  const { id } = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <Link to="/programmas/$programme/groepen/$network" params={{ programme: id, network }} search={keepPast}>
      {t(mayRecord ? 'groups.compose' : 'groups.look', { name })}
    </Link>
  );
}

function LearningGroups({ network }: { readonly network: string }) {
  const { t } = useWords();
  return (
    <Asked query={groupDecisions(useProgramme())} lines={2}>
      {(changes) => {
        const groups = groupsIn(changes).filter((group) => group.network === network);
        if (groups.length === 0) return <Empty>{t('groups.none')}</Empty>;
        return (
          <ul className="rows rows--wide">
            {groups.map((group) => (
              <GroupRow key={group.group} group={group} />
            ))}
          </ul>
        );
      }}
    </Asked>
  );
}

function GroupRow({ group: { name, members, frozen } }: { readonly group: LearningGroup }) {
  const { t } = useWords();
  const standings = useQuery(progress(useProgramme())).data?.data.items ?? [];
  const names = members.map((id) => standings.find(({ trajectory }) => trajectory === id)?.organisation.name ?? '…');
  return (
    <li className="row">
      <span className="row__main">
        <strong>{name}</strong>
        <span className="row__note">{names.toSorted((a, b) => a.localeCompare(b)).join(', ')}</span>
      </span>
      <span>{t('groups.members', { count: members.length })}</span>
      <Status tone={frozen ? 'good' : 'neutral'}>{t(frozen ? 'groups.frozen' : 'groups.open')}</Status>
    </li>
  );
}
