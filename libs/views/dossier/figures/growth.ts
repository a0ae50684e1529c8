import type { Lateness } from '#domain/progress/lateness';
import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import { type AroundItem, latenessOf } from '../item.ts';
import { type CompetencyGrowth, competenciesOf } from './competencies.ts';
import { countOf, grouped, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** How far the modules came; `planned` counts all that were brought in. */
export interface ModuleCounts {
  readonly planned: number;
  readonly started: number;
  readonly completed: number;
  readonly cancelled: number;
  /** Of the modules that were completed: how many people took part, and how many of them completed it. */
  readonly participants: number;
  readonly completedByPeople: number;
}

/** What those who were there thought of it, in tenths. */
export interface EvaluationFigures {
  readonly held: number;
  readonly answers: number;
  /** By what was asked: the mean of all answers, in whole tenths. */
  readonly scores: readonly { readonly key: string; readonly tenths: number; readonly answers: number }[];
}

export interface RelapseFigures {
  readonly planned: number;
  readonly held: number;
  /** Not held by the day on which it was due. */
  readonly overdue: number;
  /** Of those that were held. */
  readonly stillThere: number;
  readonly partlyRelapsed: number;
  readonly relapsed: number;
  /** What has been overdue for the longest time first. */
  readonly late: readonly (Lateness & {
    readonly item: string;
    readonly title: string | null;
    readonly organisation: NamedOrganisation | null;
  })[];
}

/** What people grew in, and by what that was seen: of groups, never of a person. */
export interface GrowthFigures {
  readonly competencies: readonly CompetencyGrowth[];
  readonly modules: ModuleCounts;
  readonly evaluations: EvaluationFigures;
  readonly relapseChecks: RelapseFigures;
}

export interface GrowthInput {
  readonly measurements: readonly ItemOn<'competency-measurement'>[];
  readonly profiles: readonly ItemOn<'role-profile'>[];
  readonly modules: readonly ItemOn<'module'>[];
  readonly evaluations: readonly ItemOn<'evaluation'>[];
  readonly relapseChecks: readonly ItemOn<'relapse-check'>[];
}

export function growthOf(input: GrowthInput, around: AroundItem): GrowthFigures {
  return {
    competencies: competenciesOf(input.measurements, input.profiles, around),
    modules: modulesOf(input.modules),
    evaluations: evaluationsOf(input.evaluations),
    relapseChecks: relapseOf(input.relapseChecks, around),
  };
}

function modulesOf(modules: readonly ItemOn<'module'>[]): ModuleCounts {
  const completed = modules
    .filter(({ now }) => now.step === 'completed')
    .flatMap(({ facts }) => told(facts, 'module.completed.v1').slice(-1));
  return {
    planned: modules.length,
    started: countOf(modules, ({ facts }) => told(facts, 'module.started.v1').length > 0),
    completed: completed.length,
    cancelled: countOf(modules, ({ now }) => now.step === 'cancelled'),
    participants: sum(completed, ({ data }) => data.participants),
    completedByPeople: sum(completed, ({ data }) => data.completed),
  };
}

function evaluationsOf(evaluations: readonly ItemOn<'evaluation'>[]): EvaluationFigures {
  const held = evaluations.flatMap(({ facts }) => told(facts, 'evaluation.held.v1').slice(-1));
  const scores = held.flatMap(({ data: { answers, scores } }) => scores.map((score) => ({ ...score, answers })));
  return {
    held: held.length,
    answers: sum(held, ({ data }) => data.answers),
    // An evaluation that nobody answered says nothing of what people thought.
    scores: [
      ...grouped(
        scores.filter(({ answers }) => answers > 0),
        ({ key }) => key,
      ),
    ]
      .map(([key, of]) => {
        const answers = sum(of, (one) => one.answers);
        return { key, tenths: Math.round(sum(of, (one) => one.tenths * one.answers) / answers), answers };
      })
      .sort((a, b) => compare(a.key, b.key)),
  };
}

function relapseOf(checks: readonly ItemOn<'relapse-check'>[], around: AroundItem): RelapseFigures {
  const held = checks.flatMap(({ facts }) => told(facts, 'relapse-check.held.v1').slice(-1));
  const late = checks.flatMap(({ row, now }) => {
    const lateness = latenessOf(now, around.validOn);
    return lateness
      ? [{ item: row.item, title: row.title, organisation: around.organisationOf(row), ...lateness }]
      : [];
  });
  return {
    planned: countOf(checks, ({ facts }) => told(facts, 'relapse-check.planned.v1').length > 0),
    held: held.length,
    overdue: late.length,
    stillThere: countOf(held, ({ data }) => data.outcome === 'held'),
    partlyRelapsed: countOf(held, ({ data }) => data.outcome === 'partly-relapsed'),
    relapsed: countOf(held, ({ data }) => data.outcome === 'relapsed'),
    late: late.sort((a, b) => compare(a.due, b.due) || compare(a.item, b.item)),
  };
}
