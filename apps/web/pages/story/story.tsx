import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StoryLine } from '../../data/answers/follow.ts';
import { programme, story } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { ChangedPart } from './changed-part.tsx';
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
      {({ items }) => (
        <ol className="story" reversed>
          {items.toReversed().map((line) => (
            <Line key={line.eventId} line={line} story={items} />
          ))}
        </ol>
      )}
    </Asked>
  );
}

function Line({ line, story: all }: { readonly line: StoryLine; readonly story: readonly StoryLine[] }) {
  const { t, day } = useWords();
  const mayRecord = useMayRecord();
  const today = useQuery(programme(useProgramme())).data?.basis.validOn;
  const { occurredOn, recordedAt, words, texts, reason } = line;
  const { stands, before } = versionsOf(line, all);
  return (
    <li>
      <span className="story__day">
        {occurredOn?.precision === 'month' ? occurredOn.value : day(occurredOn?.value ?? recordedAt)}
      </span>
      <div>
        <p>{words}</p>
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
