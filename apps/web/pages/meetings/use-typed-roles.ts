import { useState } from 'react';
import { ApiProblem } from '../../data/problem.ts';
import { useWords } from '../../ui/words.tsx';
import type { Roles } from './attendance.ts';
import { mostRoles, whyNotAdded, withTyped } from './typed-role.ts';

/** Roles that were typed and not added yet, by trajectory. */
export type TypedRoles = Readonly<Record<string, string>>;

/** The same with what is typed at one of them; an empty field is none. */
export function typedIn(typed: TypedRoles, trajectory: string, text: string): TypedRoles {
  const others = Object.entries(typed).filter(([each]) => each !== trajectory);
  return Object.fromEntries(text === '' ? others : [...others, [trajectory, text]]);
}

/** What was typed, with why it is no role to record. */
interface Refused {
  readonly typed: string;
  readonly problem: ApiProblem;
}

/** What was typed beside the roles that are chosen: they are told together, or what must change is said with its field. */
export function useTypedRoles(roles: Roles, typed: TypedRoles) {
  const { t, word } = useWords();
  const [refused, setRefused] = useState<Readonly<Record<string, Refused>>>({});
  const wordOf = (role: string) => word('role', role);
  const whyNot = (trajectory: string) => whyNotAdded(roles[trajectory] ?? [], typed[trajectory] ?? '', wordOf);
  return {
    /** What must change there, once it was said. */
    errorOf: (trajectory: string): ApiProblem | undefined => {
      const before = refused[trajectory];
      const isStill = before?.typed === typed[trajectory] && whyNot(trajectory) !== undefined;
      return isStill ? before?.problem : undefined;
    },
    /** Says what must change in any of these. */
    refuse: (trajectories: readonly string[]): ApiProblem | undefined => {
      const found = trajectories.flatMap((trajectory): [string, Refused][] => {
        const why = whyNot(trajectory);
        if (why === undefined) return [];
        const detail = t(why, { most: mostRoles });
        const problem = new ApiProblem(400, 'bad-request', detail, [{ field: 'role', code: 'no-role', detail }]);
        return [[trajectory, { typed: typed[trajectory] ?? '', problem }]];
      });
      setRefused({ ...refused, ...Object.fromEntries(found) });
      return found[0]?.[1].problem;
    },
    /** The roles with those that were typed. */
    together: (): Roles => {
      const added = Object.entries(typed).map(([trajectory, text]) => [
        trajectory,
        withTyped(roles[trajectory] ?? [], text, wordOf),
      ]);
      return { ...roles, ...Object.fromEntries(added) };
    },
  };
}
