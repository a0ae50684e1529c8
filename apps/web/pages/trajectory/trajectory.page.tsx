import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { progress } from '../../data/ask.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { GoneFrom } from '../../ui/gone.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Story } from '../story/story.tsx';
import { Access } from './access.tsx';
import { OwnDossier } from './own-dossier.tsx';
import { PlacePart } from './place.tsx';
import { Promises } from './promises.tsx';
import { Questions } from './questions.tsx';
import { Record } from './record.tsx';
import { StandingPart } from './standing-part.tsx';
import { LocalSupport } from './support.tsx';
import { TrajectoryMeetings } from './trajectory-meetings.tsx';

const route = getRouteApi('/programmas/$programme/deelnames/$trajectory');

/** One organisation in the programme: where it stands, what comes next, and everything that happened. */
export function TrajectoryPage() {
  const { t, word } = useWords();
  const { trajectory } = route.useParams();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const session = useSession();
  const today = useQuery(progress(about)).data?.basis.validOn;
  return (
    <Asked query={progress(about)} lines={8}>
      {({ items }) => {
        const standing = items.find((item) => item.trajectory === trajectory);
        if (standing === undefined) return <GoneFrom list="trajectories" />;
        return (
          <>
            <PageTitle
              title={standing.organisation.name}
              lead={
                <p>
                  {word('participation', standing.participation.step)}
                  {standing.network !== null && `, ${standing.network.name}`}
                </p>
              }
            />
            <StandingPart standing={standing} today={today ?? ''} />
            {mayRecord && today !== undefined && <PlacePart key={trajectory} standing={standing} today={today} />}
            {mayRecord && today !== undefined && <Record key={trajectory} standing={standing} today={today} />}
            <Promises trajectory={trajectory} />
            <Questions trajectory={trajectory} />
            <LocalSupport trajectory={trajectory} />
            <TrajectoryMeetings trajectory={trajectory} />
            <OwnDossier trajectory={trajectory} />
            {today !== undefined && <Access trajectory={trajectory} name={standing.organisation.name} today={today} />}
            <Section title={t('story.title')}>
              {mayReadStories(session?.role) ? (
                <Story kind="trajectory" id={trajectory} />
              ) : (
                <Empty>{t('story.forbidden')}</Empty>
              )}
            </Section>
          </>
        );
      }}
    </Asked>
  );
}
