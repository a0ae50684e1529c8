import { Link } from '@tanstack/react-router';
import type { StoryLine } from '../../data/answers/follow.ts';
import { dayOf } from '../../data/dates.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../../ui/words.tsx';
import { ChangedPart } from '../story/changed-part.tsx';
import { LaterPart } from '../story/later-part.tsx';
import { versionsOf } from '../story/standing.ts';
import { happened } from './happened.ts';
import { timeOf } from './time.ts';

interface Props {
  readonly line: StoryLine;
  /** All of the story, also where only a part of it is shown. */
  readonly story: readonly StoryLine[];
  readonly trajectory: string;
}

/** A step: why it was recorded and what it changed, with the way to how the trajectory stood when that day ended. */
export function Step({ line, story, trajectory }: Props) {
  const { t, day } = useWords();
  const { id } = useProgramme();
  const { recordedAt, words, texts, reason, data } = line;
  const { before, later } = versionsOf(line, story);
  return (
    <li className="row">
      <span className="row__day">
        {day(recordedAt)}
        <span className="row__note">{t('audit.at', { time: timeOf(recordedAt) })}</span>
      </span>
      <div className="row__main">
        {words}
        {Object.values(texts).map(
          (text) => text !== null && <span key={text} className="row__note">{`„${text}”`}</span>,
        )}
        {reason != null && <span className="row__note">{t('story.reason', { reason })}</span>}
        {before !== undefined && data !== undefined && <ChangedPart before={before} after={line} />}
        <LaterPart later={later} />
        <Origin line={line} />
      </div>
      <Link
        to="/programmas/$programme/deelnames/$trajectory"
        params={{ programme: id, trajectory }}
        search={{ bekend: dayOf(recordedAt) }}
        aria-label={t('audit.thenOf', { day: day(recordedAt) })}
      >
        {t('audit.then')}
      </Link>
    </li>
  );
}

/** When it happened, by which role and which way it was recorded, and where it stands in the log. */
function Origin({ line: { ordinal, type, occurredOn, role, channel } }: { readonly line: StoryLine }) {
  const words = useWords();
  const { t, word } = words;
  const parts = [
    happened(occurredOn, words),
    role && word('role', role),
    channel && word('channel', channel.kind),
    t('audit.event', { ordinal, type }),
  ];
  return <span className="row__note">{parts.filter(Boolean).join(', ')}</span>;
}
