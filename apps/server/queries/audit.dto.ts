import { differsFor } from '#audit/between/figure-lines';
import { changeKinds } from '#audit/between/kinds';
import { registry as eventTypes } from '#domain/registry';
import { channelKinds, roles } from '#log/contract/envelope';
import { registry as views } from '#views/all-views';
import { causes } from '#views/between/cause';
import { changeSorts } from '#views/between/changes';
import { storySorts } from '#views/story/story';
import { Id, Organisation } from '../fields/fields.ts';
import { Cursor, Day, KnownAt, Limit, OneOf, Position, Search, SubjectOf, YesOrNo } from '../fields/query-fields.ts';

/** Two points in history. */
export class PeriodDto {
  @KnownAt({ description: 'From this moment (UTC) or ordinal (`ordinal:12`); by default from the beginning.' })
  from?: string;
  @KnownAt({ description: 'Until this moment (UTC) or ordinal; by default now.' })
  until?: string;
  @Position()
  minPosition?: string;
}

/** `to` is the older name of `until`. */
export class ComparisonDto extends PeriodDto {
  @KnownAt({ description: 'The older name of `until`.' })
  to?: string;
}

const OfType = () => OneOf([...eventTypes.keys()], { optional: true, description: 'Only events of this type.' });
const ByActor = () => Id({ optional: true, description: 'Only what this actor (a pseudonymous id) recorded.' });
const InRole = () => OneOf(roles, { optional: true, description: 'Only what was recorded in this role.' });
const ByChannel = () => OneOf(channelKinds, { optional: true, description: 'Only what came in by this channel.' });

export class StoryDto {
  @KnownAt()
  knownAt?: string;
  @OfType()
  type?: string;
  @ByActor()
  actor?: string;
  @InRole()
  role?: string;
  @ByChannel()
  channel?: string;
  @YesOrNo('Only what corrected or took back a fact.')
  corrections?: string;
  @Day({
    optional: true,
    description:
      'Only what had happened by the end of this day, each event by the date that it carries itself; what carries none, or a month that was not over, by when it was recorded. By default nothing is left out.',
  })
  validOn?: string;
  @OneOf(storySorts, {
    optional: true,
    description: 'By when it was recorded: the oldest first (the default), or with a hyphen the newest.',
  })
  sort?: (typeof storySorts)[number];
  @Position()
  minPosition?: string;
  @Limit()
  limit?: string;
  @Cursor()
  cursor?: string;
}

class WithinDto extends PeriodDto {
  @Limit()
  limit?: string;
  @Cursor()
  cursor?: string;
  @Id({ optional: true })
  network?: string;
  @Organisation({ optional: true })
  organisation?: string;
  @Search('A province by its name, its CBS code or its id: the province and everything in it.')
  province?: string;
}

export class ChangesDto extends WithinDto {
  @Id({ optional: true })
  programme?: string;
  @SubjectOf()
  subject?: string;
  @OneOf(changeKinds, { optional: true, description: 'Only what did this.' })
  change?: (typeof changeKinds)[number];
  @OneOf(causes, { optional: true, description: 'Only what stands in the period for this reason.' })
  cause?: (typeof causes)[number];
  @OfType()
  type?: string;
  @OneOf(
    views.views.filter(({ on }) => Object.keys(on).length > 0).map(({ name }) => name),
    { optional: true, description: 'Only what this view is made of; the differences are those of its rows.' },
  )
  view?: string;
  @ByActor()
  actor?: string;
  @InRole()
  role?: string;
  @ByChannel()
  channel?: string;
  @OneOf(changeSorts, {
    optional: true,
    description: 'By when it was recorded (the default) or happened; a hyphen before it turns the order round.',
  })
  sort?: (typeof changeSorts)[number];
  @YesOrNo('Give with each change every row that it changed, whole.')
  rows?: string;
}

export class FiguresBetweenDto extends WithinDto {
  @Day({ optional: true, description: 'The day of the first figures; by default the day of the first moment.' })
  validFrom?: string;
  @Day({ optional: true, description: 'The day of the last figures; by default the day of the second moment.' })
  validUntil?: string;
  @OneOf(differsFor, {
    optional: true,
    description:
      'Only trajectories of which a figure differs because more was learned, because it happened, or either.',
  })
  differs?: (typeof differsFor)[number];
}
