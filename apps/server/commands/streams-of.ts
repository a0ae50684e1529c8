import { Injectable } from '@nestjs/common';
import { networkUnknown } from '#domain/kernel/refusals';
import { Engines } from '../engines.ts';
import { refusal } from './reply.interceptor.ts';

/** To which programme things belong; what never changes is kept. */
@Injectable()
export class StreamsOf {
  private readonly programmes = new Map<string, string>();

  constructor(private readonly engines: Engines) {}

  /** @throws Problem 404 `network-unknown`. */
  async programmeOfNetwork(network: string): Promise<string> {
    const known = this.programmes.get(network);
    if (known) return known;
    const [first] = await this.engines.parts.log.readStream(`network-${network}`, { limit: 1 });
    const programme = first?.envelope.programme;
    if (!programme) throw refusal({ outcome: 'refused', refusal: networkUnknown(network) }, { id: network });
    this.programmes.set(network, programme);
    return programme;
  }
}
