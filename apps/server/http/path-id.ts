import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { key } from '../fields/checks.ts';
import { problem } from './problem.ts';

/** An id in a path: what is no uuid does not exist, so it is 404. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUuid(value)) return value.toLowerCase();
    throw problem(404, 'not-found');
  }
}

/** A key in a path, such as a layer of commitment. */
@Injectable()
export class KeyPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (key(value) === undefined) return value;
    throw problem(404, 'not-found');
  }
}

/** The id of any subject: a uuid, a uuid with a layer, or a name such as `organisations`. No other text is one. */
@Injectable()
export class SubjectIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (/^[\w/-]{1,150}$/.test(value)) return value.toLowerCase();
    throw problem(404, 'not-found');
  }
}

export const PathId = (name = 'id') => Param(name, IdPipe);
export const PathKey = (name: string) => Param(name, KeyPipe);
export const SubjectId = () => Param('id', SubjectIdPipe);
