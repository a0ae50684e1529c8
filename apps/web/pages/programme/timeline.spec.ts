import { describe, expect, it } from '@jest/globals';
import { measuredOf, milestoneOf, standingOf } from '../../testing/rows.ts';
import { barsOf, monthsOf, scaleOf } from './timeline.ts';

const period = { from: '2026-01-01', until: '2026-12-31' };

describe('the lanes', () => {
  it('given a milestone before the programme, then the picture begins before it', () => {
    const progress = measuredOf({ milestones: [milestoneOf({ reachedOn: '2025-11-20' })] });
    const scale = scaleOf(period, [standingOf('Assen', { progress })], []);
    expect(scale.at('2025-11-20')).toBeGreaterThan(0);
    expect(scale.at('2026-12-31')).toBeLessThan(1);
    expect(monthsOf(scale)).toContain('2025-12-01');
    expect(monthsOf(scale)).toContain('2026-12-01');
  });

  it('given a line of work that is done, then its bar ends where it was done', () => {
    const counts = { reached: 1, expected: 1, total: 1 };
    const [line] = measuredOf().lines;
    const progress = measuredOf({
      milestones: [milestoneOf({ reachedOn: '2026-02-10' })],
      lines: line ? [{ ...line, ...counts }] : [],
    });
    expect(barsOf(progress, '2026-06-01')).toMatchObject([
      { tone: 'good', plannedUntil: '2026-03-01', actualUntil: '2026-02-10' },
    ]);
  });

  it.each([
    ['after', '2026-06-01', 'bad'],
    ['before', '2026-02-01', 'neutral'],
  ])('given a line that is not done, %s its day, then it is told apart', (_, today, tone) => {
    expect(barsOf(measuredOf(), today)).toMatchObject([{ tone, actualUntil: today }]);
  });
});
