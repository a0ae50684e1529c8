import { Injectable } from '@nestjs/common';
import { derivedId, trajectoryId } from '#commands/ids';
import type { OpenForm } from '#domain/dossier/taking-part';
import { dayOf } from '#domain/kernel/days';
import { networkUnknown, organisationUnknown, unknownCategory } from '#domain/kernel/refusals';
import { subject } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import type { CommandMeta } from '#log/contract/envelope';
import { madeWithin } from '../commands/made-within.ts';
import { text, textIfAny } from '../commands/mapping.ts';
import { MetaPipe } from '../commands/meta.ts';
import { Organisations } from '../commands/organisations.ts';
import { refusal } from '../commands/reply.interceptor.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import { Engines } from '../engines.ts';
import { Problem, problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import type { FormApplicationDto } from './application-form.dto.ts';
import { ApplicationForms } from './application-forms.ts';
import { Limiter, senderOf, tooMany } from './limiter.ts';

/** Where the application goes. */
interface Target {
  readonly form: OpenForm;
  readonly organisation: string;
  readonly network: string;
}

/** Applications that come in by an open form, without anybody having signed in. */
@Injectable()
export class Applications {
  private readonly limiter = new Limiter();

  constructor(
    private readonly engines: Engines,
    private readonly forms: ApplicationForms,
    private readonly organisations: Organisations,
    private readonly metas: MetaPipe,
    private readonly sender: Sender,
  ) {}

  /**
   * Records the application, and with it the question, by the commands by which a lead does so. What is sent again under
   * the same key is recorded once; when only the application got through, the question follows.
   *
   * @throws Problem 404 and 409 as the form; 422 with what has to change; 429 when too much comes in.
   */
  async apply(programme: string, body: FormApplicationDto, request: ApiRequest): Promise<Reply> {
    const form = await this.forms.open(body.form, programme);
    if (!this.limiter.takes(form.form, senderOf(request.ip))) throw tooMany();
    const target = await this.target(form, body);
    const meta = await this.metaOf(request, target);
    const trajectory = trajectoryId(programme, target.organisation);
    const occurredOn = await this.dayOf(trajectory, meta);
    const { contactRole } = body;
    const { network, organisation } = target;
    const who = { trajectory, programme, organisation, contactRole, network, motivation: textIfAny(body.motivation) };
    const applied = await this.sender.trajectory(
      { id: trajectory },
      { type: 'apply', at: meta.at, occurredOn, ...who },
      meta,
    );
    if (applied.outcome.outcome !== 'accepted') throw publicly(refusal(applied.outcome));
    const reply = body.question ? await this.bringIn(trajectory, body.question, { occurredOn, meta }) : applied;
    return withoutWarnings(reply);
  }

  private bringIn(
    trajectory: string,
    { category, text: clear }: NonNullable<FormApplicationDto['question']>,
    { occurredOn, meta }: { occurredOn: OccurredOn; meta: CommandMeta },
  ): Promise<Reply> {
    const commandId = derivedId(meta.commandId, 'bring-in-question');
    const own = { ...meta, commandId };
    return madeWithin({ name: 'question', within: trajectory }, own, (question) => {
      const asked = { question, category, tags: [], text: text(clear) };
      const command = { type: 'bring-in-question', at: meta.at, occurredOn, ...asked } as const;
      return this.sender.trajectory({ id: trajectory }, command, own);
    });
  }

  /** Checked before anything is recorded, so that an application never stands there without its question. */
  private async target(form: OpenForm, body: FormApplicationDto): Promise<Target> {
    const today = await this.engines.today();
    const organisation = await this.organisations.idOf('organisation', body.organisation, today);
    const known = (await this.engines.parts.useCases.registerState()).organisations.get(organisation);
    if (!known) throw refusal({ outcome: 'refused', refusal: organisationUnknown(organisation) });
    if (known.kind !== 'municipality' && known.kind !== 'province')
      throw about('organisation', 'organisation-cannot-apply');
    // Of the form that was sent: another that is open may be for other networks, and be the one that is shown.
    const { networks, categories } = await this.forms.choices(form);
    const network = form.network ?? body.network;
    if (network === undefined) throw about('network', 'network-not-chosen');
    if (!networks.some((own) => own.network === network)) {
      throw refusal({ outcome: 'refused', refusal: networkUnknown(network) });
    }
    const category = body.question?.category;
    if (category !== undefined && !categories.some(({ key }) => key === category)) {
      throw refusal({ outcome: 'refused', refusal: unknownCategory(category) });
    }
    return { form, organisation, network };
  }

  /** Nobody signed in: the envelope names the form, by which the lead let everybody apply. */
  private metaOf(request: ApiRequest, { form, organisation }: Target): Promise<CommandMeta> {
    request.principal = {
      actor: derivedId(form.form, 'applicant'),
      role: 'participant',
      grant: form.form,
      onBehalfOf: subject('organisation', organisation),
    };
    return this.metas.transform(request);
  }

  /** The day of the first time that this was sent: sent again after midnight it is the same application. */
  private async dayOf(trajectory: string, { commandId, at }: CommandMeta): Promise<OccurredOn> {
    const history = await this.engines.parts.useCases.trajectoryHistory(trajectory);
    const first = history.find(({ envelope }) => envelope.command.id === commandId);
    return first?.occurredOn ?? { precision: 'day', value: dayOf(at) };
  }
}

function about(field: string, code: 'organisation-cannot-apply' | 'network-not-chosen'): Problem {
  const { status, sentence } = problem(422, code);
  return new Problem(status, code, sentence, { errors: [{ field, code, ...sentence }] });
}

/** What a lead is told of an earlier application (when, what to do, what was recorded since) is not for everybody. */
function publicly(refused: Problem): Problem {
  if (refused.code === 'already-applied') return problem(422, 'applied-before');
  const { between: _, ...details } = refused.details;
  return new Problem(refused.status, refused.code, refused.sentence, details);
}

/** Warnings are for who keeps the records. */
function withoutWarnings(reply: Reply): Reply {
  const { outcome } = reply;
  if (outcome.outcome !== 'accepted') return reply;
  return { ...reply, outcome: { ...outcome, warnings: [], answer: { ...outcome.answer, warnings: [] } } };
}
