import type { ReactNode } from 'react';
import type { Commitment, Pledge } from '../../data/answers/follow.ts';
import { commitments, pledges } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';

interface Agreements {
  readonly commitments: readonly Commitment[];
  readonly pledges: readonly Pledge[];
}

interface Props {
  readonly lines: number;
  readonly children: (agreements: Agreements) => ReactNode;
}

/** What was asked and promised, once both are known; or why one of them cannot be told. */
export function AskedAgreements({ lines, children }: Props) {
  const about = useProgramme();
  return (
    <Asked query={commitments(about)} lines={lines}>
      {(asked) => (
        <Asked query={pledges(about)} lines={lines}>
          {(promised) => children({ commitments: asked.items, pledges: promised.items })}
        </Asked>
      )}
    </Asked>
  );
}
