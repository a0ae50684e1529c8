import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StoryLine } from '../../data/answers/follow.ts';
import { programme, story } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { happenedOn } from '../../ui/happened-on.ts';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { ChangedPart } from './changed-part.tsx';
import { LaterPart } from './later-part.tsx';
import { NarrowedStory } from './narrowed-story.tsx';
import { everything, inAddress, type Narrowing, narrowingIn, readSearch } from './narrowing.ts';
import { PutRight } from './put-right.tsx';
import { versionsOf } from './standing.ts';

interface Props {
  readonly kind: 'trajectory' | 'meeting' | 'pledge' | 'item';
  readonly id: string;
}

/** The story in words, the latest first; what stands can be put right where it stands. */
export function Story({ kind, id }: Props) {
  const { day } = useProgramme();
  return (
    <Asked query={story({ id, day }, kind)} lines={8}>
      {({ items }) => <Lines key={`${kind} ${id}`} kind={kind} story={items} />}
    </Asked>
  );
}

/** In the address where the page is about this one thing; of pledges there are several on a page, each with its own. */
function useNarrowing(kind: Props['kind']): readonly [Narrowing, (part: Partial<Narrowing>) => void] {
  const [own, setOwn] = useState(everything);
  const { search, change } = useFilterAddress();
  if (kind === 'pledge') return [own, (part) => setOwn((now) => ({ ...now, ...part }))];
  return [narrowingIn(readSearch(search)), (part) => change(inAddress(part))];
}

interface LinesProps {
  readonly kind: Props['kind'];
  readonly story: readonly StoryLine[];
}

function Lines({ kind, story: all }: LinesProps) {
  const [wanted, narrow] = useNarrowing(kind);
  return (
    <NarrowedStory story={all} wanted={wanted} onNarrow={narrow}>
      {(shown) => (
        <ol className="story" reversed>
          {shown.toReversed().map((line) => (
            <Line key={line.eventId} line={line} story={all} />
          ))}
        </ol>
      )}
    </NarrowedStory>
  );
}

function Line({ line, story: all }: { readonly line: StoryLine; readonly story: readonly StoryLine[] }) {
  const { t, day } = useWords();
  const mayRecord = useMayRecord();
  const today = useQuery(programme(useProgramme())).data?.basis.validOn;
  const { occurredOn, recordedAt, words, texts, reason } = line;
  const { stands, before, later } = versionsOf(line, all);
  return (
    <li>
      <span className="story__day">{happenedOn(occurredOn?.value ?? recordedAt, day)}</span>
      <div>
        <p>{words}</p>
        <Recorded line={line} />
        <LaterPart later={later} />
        {line.role === 'participant' && <ByParticipant grant={line.grant} />}
        {Object.values(texts).map((text) => text !== null && <blockquote key={text}>{text}</blockquote>)}
        {reason != null && <blockquote>{t('story.reason', { reason })}</blockquote>}
        {before !== undefined && line.data !== undefined && <ChangedPart before={before} after={line} />}
        {mayRecord && today !== undefined && line.data !== undefined && (
          <PutRight line={line} stands={stands} today={today} />
        )}
      </div>
    </li>
  );
}

/** When it was recorded, in which role and by which way: a fact can be older than what is known of it. */
function Recorded({ line: { recordedAt, role, channel } }: { readonly line: StoryLine }) {
  const { t, day, word } = useWords();
  const parts = [
    t('story.recorded', { day: day(recordedAt) }),
    // Of who takes part the next line says more.
    role && role !== 'participant' && word('role', role),
    channel && word('channel', channel.kind),
  ];
  return <p className="row__note">{parts.filter(Boolean).join(', ')}</p>;
}

/** Recorded by who takes part or applied, with the way to the access or the form by which they could. */
function ByParticipant({ grant }: { readonly grant: string | undefined }) {
  const { t } = useWords();
  const { id } = useProgramme();
  return (
    <p className="row__note">
      {grant === undefined ? (
        t('story.byParticipant')
      ) : (
        <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item: grant }} search={keepPast}>
          {t('story.byParticipant')}
        </Link>
      )}
    </p>
  );
}
