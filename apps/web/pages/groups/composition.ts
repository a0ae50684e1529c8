import type { ChangeQuestion } from '../../data/answers/follow.ts';
import type { GroupProposal, LearningGroup } from '../../data/answers/groups.ts';

/** A group that is not made yet. */
export interface NewGroup {
  readonly key: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** Who is to come into a group that was made, and who is to leave it. */
export interface Moves {
  readonly coming: readonly string[];
  readonly leaving: readonly string[];
}

/** What the lead is working on: nothing of it is recorded. */
export interface Draft {
  /**
   * By group that was made; one that is not named stays as it is. Moves, and not the members that come of them: what
   * another lead records meanwhile would be undone.
   */
  readonly moves: Readonly<Record<string, Moves>>;
  readonly added: readonly NewGroup[];
}

export const emptyDraft: Draft = { moves: {}, added: [] };

/** A group on the board, made or not. */
export interface Column extends NewGroup {
  /** Null while it is not made. */
  readonly made: LearningGroup | null;
}

/** Where somebody is who is in no group. */
export const outside = '';

export function columnsOf(groups: readonly LearningGroup[], { moves, added }: Draft): Column[] {
  return [
    ...groups.map((made) => ({ key: made.group, name: made.name, members: movedIn(made, moves[made.group]), made })),
    ...added.map((group) => ({ ...group, made: null })),
  ];
}

/** Its members after the moves; a group that stands since takes none. */
function movedIn({ members, frozen }: LearningGroup, moves: Moves | undefined): readonly string[] {
  if (moves === undefined || frozen) return members;
  const { coming, leaving } = moves;
  return [...without(members, ...leaving, ...coming), ...coming];
}

function without(members: readonly string[], ...some: readonly string[]): string[] {
  return members.filter((one) => !some.includes(one));
}

/** Of those who have a place: who is in no group or, `again`, in none that may still change. */
export function inNoGroup(placed: readonly string[], columns: readonly Column[], again = false): string[] {
  const counting = columns.filter(({ made }) => !again || made?.frozen !== true);
  const grouped = new Set(counting.flatMap(({ members }) => members));
  return placed.filter((trajectory) => !grouped.has(trajectory));
}

/** Whether its members are others than those of the group that was made. */
export function isChanged({ made, members }: Column): boolean {
  if (made === null) return true;
  return members.length !== made.members.length || members.some((one) => !made.members.includes(one));
}

interface Move {
  readonly trajectory: string;
  readonly from: string;
  readonly to: string;
}

/** The draft after a move; to or from outside a group only one group changes. */
export function afterMove(groups: readonly LearningGroup[], draft: Draft, { trajectory, from, to }: Move): Draft {
  const isIn = (key: string) => groups.some(({ group, members }) => group === key && members.includes(trajectory));
  const left = withChange(groups, draft, from, {
    moves: ({ coming, leaving }) => ({
      coming: without(coming, trajectory),
      leaving: isIn(from) ? [...without(leaving, trajectory), trajectory] : leaving,
    }),
    members: (members) => without(members, trajectory),
  });
  return withChange(groups, left, to, {
    moves: ({ coming, leaving }) => ({
      coming: isIn(to) ? coming : [...without(coming, trajectory), trajectory],
      leaving: without(leaving, trajectory),
    }),
    members: (members) => [...members, trajectory],
  });
}

interface Change {
  /** Of a group that was made. */
  readonly moves: (moves: Moves) => Moves;
  /** Of one that is not made yet. */
  readonly members: (members: readonly string[]) => readonly string[];
}

function withChange(groups: readonly LearningGroup[], draft: Draft, key: string, change: Change): Draft {
  const { moves, added } = draft;
  if (groups.some(({ group }) => group === key)) {
    const before = moves[key] ?? { coming: [], leaving: [] };
    return { moves: { ...moves, [key]: change.moves(before) }, added };
  }
  const others = added.map((group) =>
    group.key === key ? { ...group, members: change.members(group.members) } : group,
  );
  return { moves, added: others };
}

/** New groups as the product proposes them, of those who are in none yet. */
export function proposed(
  proposal: GroupProposal,
  free: readonly string[],
  nameOf: (place: number) => string,
): NewGroup[] {
  return proposal.groups
    .map(({ members }) => members.map(({ trajectory }) => trajectory).filter((one) => free.includes(one)))
    .filter((members) => members.length > 0)
    .map((members, place) => ({ key: `proposed-${place + 1}`, name: nameOf(place + 1), members }));
}

/** A category or a tag that several members brought in. */
export interface Shared {
  readonly key: string;
  readonly members: readonly string[];
}

/** What at least two of these members have in common, what most of them have first. */
export function sharedIn(members: readonly string[], questions: readonly ChangeQuestion[]) {
  const own = questions.filter(({ trajectory }) => members.includes(trajectory));
  return {
    categories: sharedKeys(own.map(({ trajectory, category }) => [category, trajectory])),
    tags: sharedKeys(own.flatMap(({ trajectory, tags }) => tags.map((tag) => [tag, trajectory] as const))),
  };
}

function sharedKeys(pairs: readonly (readonly [key: string, trajectory: string])[]): Shared[] {
  return [...new Set(pairs.map(([key]) => key))]
    .map((key) => ({ key, members: [...new Set(pairs.filter(([each]) => each === key).map(([, member]) => member))] }))
    .filter(({ members }) => members.length > 1)
    .toSorted((a, b) => b.members.length - a.members.length || a.key.localeCompare(b.key));
}
