import { AnyObject, Day, Digest, Id, Name, OccurredOn, ProtectedText } from '../fields/fields.ts';

/** A fact of which only the moment is told. */
export class FactDto {
  @OccurredOn()
  occurredOn!: string;
}

export class ReasonDto {
  @ProtectedText()
  reason!: string;
}

/** A fact with its reason. */
export class ReasonedFactDto extends FactDto {
  @ProtectedText()
  reason!: string;
}

export class EvidenceDto {
  @Name({ description: 'A file or case number.' })
  reference!: string;
  @Digest({ optional: true, description: 'SHA-256 of the document.' })
  sha256?: string;
}

export class ReservationDto {
  @ProtectedText()
  reason!: string;
  @Day()
  decisionExpectedOn!: string;
}

/** Records a fact again, whole, in the place of the one that was wrong. */
export class CorrectionDto extends ReasonedFactDto {
  @Id({ description: 'The event that recorded the fact.' })
  event!: string;
  @AnyObject({ description: 'The whole data of the fact as it should have been; free text as plain strings.' })
  data!: Record<string, unknown>;
}

/** Says that a fact did not happen. */
export class RetractionDto extends ReasonDto {
  @Id({ description: 'The event that recorded the fact.' })
  event!: string;
}
