import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problem } from '../http/problem.ts';

/** Holds the OpenAPI document: it is made of the routes, so it is there only after they are. */
@Injectable()
export class ApiDocument {
  #document: OpenAPIObject | undefined;

  set(document: OpenAPIObject): void {
    this.#document = document;
  }

  get(): OpenAPIObject {
    if (this.#document) return this.#document;
    throw problem(503, 'part-unavailable', {}, { headers: { 'Retry-After': '2' } });
  }
}
