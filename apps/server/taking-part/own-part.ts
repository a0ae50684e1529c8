import { Injectable } from '@nestjs/common';
import { textsIn } from '#audit/story/texts';
import type { Progress } from '#domain/progress/progress';
import type { PledgeItem } from '#views/pledge/item';
import type { Answer, Basis } from '#views/query/as-of';
import type { OwnAction } from '#views/taking-part/own-items';
import type { OwnPart } from '#views/taking-part/queries';
import type { Participant } from '../auth/participants.ts';
import { Engines } from '../engines.ts';
import type { Language } from '../http/messages.ts';
import { problem } from '../http/problem.ts';
import { ownStory } from './own-story.ts';

/** The page of somebody who takes part: of the own trajectory alone, and nothing that is the lead's. */
@Injectable()
export class OwnParts {
  constructor(private readonly engines: Engines) {}

  /** The rows that the page rests on, for what may be answered. */
  async rows(participant: Participant, minPosition?: string): Promise<{ basis: Basis; part: OwnPart }> {
    const { views } = this.engines.parts;
    const { basis, data } = await views.takingPart.part(participant.trajectory, { minPosition });
    if (!data) throw problem(404, 'not-found');
    return { basis, part: data };
  }

  async page(participant: Participant, language: Language, minPosition?: string): Promise<Answer<unknown>> {
    const { basis, part } = await this.rows(participant, minPosition);
    const { programme, standing, polls } = part;
    const items = new Set([
      ...part.shared,
      ...polls.map(({ poll }) => poll),
      ...part.actions.map(({ action }) => action),
    ]);
    const asked = { trajectory: participant.trajectory, items, language, ordinal: basis.ordinal };
    const data = {
      access: { role: participant.role, until: participant.until },
      programme,
      organisation: standing.organisation.name,
      network: standing.network?.name ?? null,
      participation: standing.participation?.step ?? null,
      next: standing.progress?.measured ? standing.progress.nextStep : null,
      milestones: milestonesOf(standing.progress),
      meetings: part.meetings
        .filter(({ date, state }) => state === 'planned' && date >= basis.validOn)
        .map(({ meeting, title, kind, date, status }) => ({ meeting, title, kind, date, status })),
      polls,
      pledges: await Promise.all(part.pledges.map((pledge) => this.pledge(pledge, basis, language))),
      actions: await Promise.all(part.actions.map((action) => this.action(action, basis, language))),
      story: await ownStory(this.engines.parts, asked),
    };
    return { basis, data };
  }

  private async pledge({ facts, ...item }: PledgeItem, basis: Basis, language: Language) {
    const { pledge, keeper, to, due, firstDue, late, state } = item;
    const told = facts.findLast(({ terms }) => terms !== undefined);
    const what = told ? await this.what(told.event, basis, language) : null;
    return { pledge, role: keeper?.role ?? null, to, due, firstDue, late, step: state.step, what };
  }

  private async action({ event, ...action }: OwnAction, basis: Basis, language: Language) {
    return { ...action, what: await this.what(event, basis, language) };
  }

  /** What was promised or agreed, in the words of its event; null when that was taken back or says nothing. */
  private async what(event: string, { ordinal }: Basis, language: Language): Promise<string | null> {
    const { views, vault } = this.engines.parts;
    const { data: found } = await views.story.standing(event, { knownAt: { ordinal } });
    if (!found) return null;
    const pair = { data: found.event.data, envelope: found.event.envelope };
    const opened = await vault.open(pair, found.event.id, '');
    return textsIn(opened.data, language)['what'] ?? null;
  }
}

/** Those that are asked of this trajectory: what it is, by when, and whether it was reached. Never a judgement. */
function milestonesOf(progress: Progress | null) {
  if (!progress?.measured) return [];
  return progress.milestones
    .filter(({ asked }) => asked)
    .map(({ key, label, due, reachedOn }) => ({ key, label, due, reachedOn }));
}
