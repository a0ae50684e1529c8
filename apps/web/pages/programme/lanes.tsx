import type { PlannedMeeting, ProgrammeDetail } from '../../data/answers/programme.ts';
import type { Measured, Standing } from '../../data/answers/progress.ts';
import type { Day } from '../../data/dates.ts';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { barsOf, monthsOf, type Scale, scaleOf } from './timeline.ts';

const names = 150;
const width = 1000;
const barHeight = 7;
const gap = 3;
const head = 44;

interface Props {
  readonly programme: ProgrammeDetail;
  readonly standings: readonly Standing[];
  readonly today: Day;
}

/** The lanes of the programme through the year, drawn. What it shows stands in words in the table beside it. */
export function Lanes({ programme, standings, today }: Props) {
  const { t } = useWords();
  const lines = programme.template.lines.length;
  const laneHeight = lines * (barHeight + gap) + 14;
  const height = head + standings.length * laneHeight + 4;
  const scale = scaleOf(programme, standings, programme.meetings);
  const x = (day: Day) => names + scale.at(day) * (width - names - 10);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, also by keyboard
    <section className="lanes" aria-label={t('lanes.label')} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no part of a form */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('lanes.summary', { count: standings.length })}>
        <Months scale={scale} x={x} height={height} />
        <Meetings meetings={programme.meetings} x={x} height={height} />
        {standings.map((standing, index) => (
          <Lane
            key={standing.trajectory}
            standing={standing}
            today={today}
            x={x}
            y={head + index * laneHeight}
            height={laneHeight}
          />
        ))}
        <line className="lanes__today" x1={x(today)} x2={x(today)} y1={18} y2={height} />
        <text className="lanes__today-word" x={x(today)} y={13} textAnchor="middle">
          {t('today.word')}
        </text>
      </svg>
    </section>
  );
}

interface MonthsProps {
  readonly scale: Scale;
  readonly x: (day: Day) => number;
  readonly height: number;
}

function Months({ scale, x, height }: MonthsProps) {
  const { day } = useWords();
  return monthsOf(scale).map((month, index) => (
    <g key={month}>
      <line className="lanes__month" x1={x(month)} x2={x(month)} y1={head - 6} y2={height} />
      {index % 2 === 0 && (
        <text className="lanes__word" x={x(month) + 3} y={head - 12}>
          {day(month, 'short').replace(/^1 /, '').replace(/ 1$/, '')}
        </text>
      )}
    </g>
  ));
}

interface MeetingsProps {
  readonly meetings: readonly PlannedMeeting[];
  readonly x: (day: Day) => number;
  readonly height: number;
}

function Meetings({ meetings, x, height }: MeetingsProps) {
  return meetings
    .filter(({ cancelled }) => !cancelled)
    .map(({ meeting, date, title, heldOn }) => (
      <g key={meeting} className={heldOn === null ? 'lanes__meeting lanes__meeting--planned' : 'lanes__meeting'}>
        <title>{title}</title>
        <line x1={x(date)} x2={x(date)} y1={head} y2={height} />
        <circle cx={x(date)} cy={head - 3} r={4.5} />
      </g>
    ));
}

interface LaneProps {
  readonly standing: Standing;
  readonly today: Day;
  readonly x: (day: Day) => number;
  readonly y: number;
  readonly height: number;
}

function Lane({ standing: { trajectory, organisation, progress }, today, x, y, height }: LaneProps) {
  const { t } = useWords();
  const middle = y + height / 2 + 4;
  return (
    <g>
      <line className="lanes__rule" x1={0} x2={width} y1={y} y2={y} />
      <TrajectoryLink trajectory={trajectory}>
        <text className="lanes__name" x={0} y={middle}>
          {organisation.name}
        </text>
      </TrajectoryLink>
      {progress.measured ? (
        <>
          <Bars progress={progress} today={today} x={x} y={y} />
          <Marks progress={progress} today={today} x={x} y={y} />
        </>
      ) : (
        <text className="lanes__word" x={names + 4} y={middle}>
          {t('status.none')}
        </text>
      )}
    </g>
  );
}

interface LinesProps {
  readonly progress: Measured;
  readonly today: Day;
  readonly x: (day: Day) => number;
  readonly y: number;
}

const topOf = (y: number, row: number) => y + 8 + row * (barHeight + gap);

function Bars({ progress, today, x, y }: LinesProps) {
  return barsOf(progress, today).map(({ line, reached, total, tone, plannedUntil, actualUntil }, row) => {
    const place = { x: names, y: topOf(y, row), height: barHeight };
    const done = (x(actualUntil) - names) * (reached / total);
    return (
      <g key={line} className={`bar bar--${tone}`}>
        {plannedUntil !== null && (
          <rect className="bar__plan" {...place} width={Math.max(1, x(plannedUntil) - names)} />
        )}
        {reached > 0 && <rect className="bar__actual" {...place} width={Math.max(1, done)} />}
      </g>
    );
  });
}

function Marks({ progress, today, x, y }: LinesProps) {
  return progress.milestones
    .filter(({ asked }) => asked)
    .map(({ key, line, due, reachedOn }) => {
      const row = progress.lines.findIndex((given) => given.key === line);
      const on = reachedOn ?? due;
      if (on === null || row < 0) return null;
      const state = reachedOn !== null ? 'reached' : on < today ? 'late' : 'open';
      const middle = topOf(y, row) + barHeight / 2;
      return <path key={key} className={`mark mark--${state}`} d={`M${x(on)} ${middle - 5}l5 5l-5 5l-5-5Z`} />;
    });
}
