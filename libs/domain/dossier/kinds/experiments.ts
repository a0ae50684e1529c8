import { id, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';

/** Something tried, with a decision to scale it or to stop. */
export const experiment = kind({
  kind: 'experiment',
  label: { nl: 'Experiment', en: 'Experiment' },
  heading: 'Groei',
  facts: {
    'experiment.started.v1': begins(
      { ...within, team: id.optional(), title: name, until: day.optional(), what: protectedText },
      {
        command: 'start-experiment',
        path: 'experiments',
        words: { nl: 'Experiment begonnen', en: 'Experiment started' },
      },
    ),
    'experiment.observed.v1': tells(
      { what: protectedText },
      {
        command: 'observe-experiment',
        path: 'experiment-observations',
        words: { nl: 'Waarneming', en: 'Observation' },
      },
    ),
    'experiment.extended.v1': moves(
      { until: day, reason: protectedText },
      {
        command: 'extend-experiment',
        path: 'experiment-extensions',
        words: { nl: 'Experiment verlengd', en: 'Experiment extended' },
      },
    ),
    'experiment.scaled.v1': ends(
      { to: name, reason: protectedText },
      {
        command: 'scale-experiment',
        path: 'experiment-scalings',
        words: { nl: 'Experiment opgeschaald', en: 'Experiment scaled' },
      },
    ),
    /** With what was learned: stopping is a full result. */
    'experiment.stopped.v1': ends(
      { reason: protectedText },
      {
        command: 'stop-experiment',
        path: 'experiment-stops',
        words: { nl: 'Experiment gestopt', en: 'Experiment stopped' },
      },
    ),
  },
});
