import { Address, Id, Key, Name, ProtectedText, RemindedOf } from '../fields/fields.ts';

export class ReminderMailDto {
  @Address({ description: 'Used to send the mail, and not recorded.' })
  to!: string;
  @Key({ description: 'The role of whoever it goes to.', example: 'portfolio-holder' })
  role!: string;
  @Name({ description: 'What stands above the mail.' })
  subject!: string;
  @ProtectedText({ description: 'The mail itself, in plain text; encrypted in the log.' })
  text!: string;
  @RemindedOf()
  about!: string;
  @Id({ optional: true, description: 'The trajectory in whose story it belongs.' })
  trajectory?: string;
}
