import { Body, Controller, type Type } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { ItemKind } from '#domain/dossier/kind';
import { itemFactTypes, itemKinds, type KnownFactType } from '#domain/dossier/kinds/index';
import type { CommandMeta } from '#log/contract/envelope';
import { Meta } from '../commands/meta.ts';
import { Makes, Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { Dossier } from './dossier.ts';
import { type FactBody, FactBodyPipe } from './fact-body.pipe.ts';
import { type FieldShape, shapeOf } from './field-shape.ts';

const occurredOn = {
  type: 'string',
  description: 'When it happened: a day, a month (`2026-03`) or a moment in UTC.',
  example: '2026-03-18',
} as const;

/** The body of a fact in the API's documentation. */
export function bodySchemaOf(type: KnownFactType): FieldShape {
  const shape = shapeOf(type);
  return {
    ...shape,
    properties: { occurredOn, ...shape.properties },
    required: ['occurredOn', ...(shape.required ?? [])],
  };
}

/** `raise-risk` as the name of a method: it names the operation in the API's documentation. */
export function methodOf({ command }: KnownFactType): string {
  return command.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * One controller for each kind of item, with a route for each type of fact. They are made of what the kinds say of
 * themselves, so that a new type of fact has its route, its checks and its documentation at once.
 */
export const kindControllers: readonly Type[] = itemKinds.map(controllerOf);

function controllerOf(kind: ItemKind): Type {
  @ApiTags(kind.heading)
  @Controller('v1')
  class DossierController {
    constructor(readonly dossier: Dossier) {}
  }
  for (const type of itemFactTypes.values()) if (type.kind.kind === kind.kind) addRoute(DossierController, type);
  return DossierController;
}

function addRoute(controller: Type<{ readonly dossier: Dossier }>, type: KnownFactType): void {
  const shape = shapeOf(type);
  const begins = type.effect === 'begins';
  const target: object = controller.prototype;
  const name = methodOf(type);
  // The name of the function is that of the operation in the documentation.
  const methods = {
    [name](this: { readonly dossier: Dossier }, id: string, body: FactBody, meta: CommandMeta) {
      return begins ? this.dossier.begin(type, shape, id, body, meta) : this.dossier.tell(type, shape, id, body, meta);
    },
  };
  Object.defineProperty(target, name, { configurable: true, writable: true, value: methods[name] });
  const route = begins
    ? Makes(`programmes/:id/${type.path}`, type.words.en)
    : Step(`dossier-items/:id/${type.path}`, type.words.en);
  // As a decorator above a written method would do it.
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  if (!descriptor) throw new Error(`${name} was not defined`);
  Reflect.defineMetadata('design:paramtypes', [String, Object, Object], target, name);
  route(target, name, descriptor);
  ApiBody({ schema: bodySchemaOf(type) as object })(target, name, descriptor);
  PathId()(target, name, 0);
  Body(new FactBodyPipe(shape))(target, name, 1);
  Meta()(target, name, 2);
}
