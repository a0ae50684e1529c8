import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Parked, ParkedError, type ParkedRow } from '#views/parked';
import { usualPage } from '#views/query/paging';
import { May } from '../auth/access.ts';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { ParkedListDto, ParkedRowDto, ReleaseDto, RetriedDto } from './parked.dto.ts';

const Id = () => ApiParam({ name: 'id', schema: { type: 'integer' } });
const notParked = { description: 'No such row is parked (any more).' };
const listSchema = {
  type: 'object',
  required: ['data'],
  properties: {
    data: {
      type: 'object',
      required: ['items', 'total'],
      properties: {
        items: { type: 'array', items: { $ref: getSchemaPath(ParkedRowDto) } },
        total: { type: 'integer' },
        next: { type: 'string', description: 'Give it as `cursor` for what was parked before; absent at the end.' },
      },
    },
  },
};

/** Rows that could not be made: an event broke their fold, and the others went on without them. */
@ApiTags('Beheer')
@Controller('v1/admin/parked')
export class ParkedController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @May('oversee')
  @ApiOperation({ summary: 'Rows that were parked because an event broke their fold, the newest first' })
  @ApiExtraModels(ParkedRowDto)
  @ApiOkResponse({ schema: listSchema })
  @ApiBadRequestResponse({ description: 'Everything that is wrong with the question, at once.' })
  async list(@Query() { view, all, limit, cursor }: ParkedListDto) {
    const request = { view, all: all === 'true' };
    const size = limit === undefined ? usualPage : Number(limit);
    const before = cursor === undefined ? undefined : Number(cursor);
    const [found, total] = await Promise.all([
      this.parked.list({ ...request, limit: size + 1, before }),
      this.parked.count(request),
    ]);
    const page = found.slice(0, size);
    const next = found.length > size ? page.at(-1) : undefined;
    return { data: { items: page.map(shown), total, ...(next && { next: String(next.id) }) } };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @May('operate')
  @Id()
  @ApiOperation({ summary: 'Fold the row again, from where it was parked' })
  @ApiOkResponse({ type: RetriedDto })
  @ApiNotFoundResponse(notParked)
  @ApiConflictResponse({ description: 'Its rows are being made anew, or belong to another release.' })
  async retry(@Param('id') id: string): Promise<RetriedDto> {
    const mended = await this.parked.retry(numberOf(id)).catch(refusal);
    return { mended };
  }

  @Post(':id/release')
  @HttpCode(204)
  @May('operate')
  @Id()
  @ApiOperation({ summary: 'Leave the row as it is, for a reason: it asks for no more attention, and stays stale' })
  @ApiNoContentResponse({ description: 'Released.' })
  @ApiNotFoundResponse(notParked)
  @ApiBadRequestResponse({ description: 'There is no reason.' })
  async release(@Param('id') id: string, @Body() { reason }: ReleaseDto): Promise<void> {
    await this.parked.release(numberOf(id), reason).catch(refusal);
  }

  private get parked(): Parked {
    return new Parked(this.engines.parts.views);
  }
}

/** In which generation of rows it stands is for the engine. */
function shown({ generation: _, status: __, key: ___, ...row }: ParkedRow): ParkedRowDto {
  return row;
}

function numberOf(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  throw problem(404, 'not-found');
}

function refusal(error: unknown): never {
  if (!(error instanceof ParkedError)) throw error;
  if (error.code === 'busy') throw problem(409, 'parked-row-busy');
  throw problem(404, 'not-found');
}
