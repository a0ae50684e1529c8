import type { CommitmentRequest } from '#views/commitment/queries';
import type { MissingFactsRequest } from '#views/missing-facts/queries';
import type { ProgressRequest } from '#views/progress/queries';
import type { QuestionRequest } from '#views/question/queries';
import type { LateFactsRequest } from '#views/registration-lag/late-facts';
import { pageRequest } from './ask.ts';
import type { CommitmentListDto, LateFactsDto, MissingFactsDto, QuestionsDto, TrajectoriesDto } from './follow.dto.ts';

/*
 * What a query string asks of a list.
 */

export function trajectoriesAsked(query: TrajectoriesDto): ProgressRequest {
  const { network, participation, status, category, search, province, sort } = query;
  const filter = { network, participation, status, category, search, province, late: yesOrNo(query.late) };
  return { ...pageRequest(query), filter, sort };
}

export function commitmentsAsked(query: CommitmentListDto): CommitmentRequest {
  const { network, trajectory, layer, step, search, province, sort } = query;
  const filter = { network, trajectory, layer, step, search, province, late: yesOrNo(query.late) };
  return { ...pageRequest(query), filter, sort };
}

export function questionsAsked(query: QuestionsDto): QuestionRequest {
  const { trajectory, category, tag, search, province, sort } = query;
  return { ...pageRequest(query), filter: { trajectory, category, tag, search, province }, sort };
}

export function missingAsked(query: MissingFactsDto): MissingFactsRequest {
  const { network, trajectory, kind, search, province, sort } = query;
  const days = query.days === undefined ? undefined : Number(query.days);
  return { ...pageRequest(query), filter: { network, trajectory, kind, days, search, province }, sort };
}

export function lateFactsAsked(query: LateFactsDto): LateFactsRequest {
  const { from, until, type, channel, role, organisation, sort } = query;
  const minDays = query.minDays === undefined ? undefined : Number(query.minDays);
  return { ...pageRequest(query), filter: { from, until, type, channel, role, organisation, minDays }, sort };
}

export function yesOrNo(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true';
}
