import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { May } from '../auth/access.ts';
import { Engines } from '../engines.ts';
import { ServerFigures } from './server-figures.ts';

/** The figures of this server for Prometheus, at the path where it looks by custom. */
@ApiExcludeController()
@Controller()
export class MetricsController {
  constructor(
    private readonly engines: Engines,
    private readonly figures: ServerFigures,
  ) {}

  @Get('metrics')
  @May('oversee')
  async read(@Res({ passthrough: true }) response: Response): Promise<string> {
    if (this.engines.connected) this.figures.watch(this.engines.parts);
    const { contentType, text } = await this.figures.metrics.text();
    response.set('Content-Type', contentType);
    return text;
  }
}
