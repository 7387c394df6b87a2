import { z } from 'zod';
import { validationError } from '../aws-error.ts';
import { compilePattern } from '../patterns/compile-pattern.ts';
import { isObject, type Json } from '../patterns/json.ts';
import type { Action } from './action.ts';
import { parseInput } from './input.ts';

/** Every event has these; AWS refuses to judge one without. */
const mandatory = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const testEventPattern: Action = (input) => {
  const { EventPattern, Event } = parseInput(z.object({ EventPattern: z.string(), Event: z.string() }), input);
  const matches = compilePattern(EventPattern);
  return { Result: matches(parseEvent(Event)) };
};

function parseEvent(text: string) {
  let event: Json;
  try {
    event = JSON.parse(text) as Json;
  } catch {
    throw validationError('Parameter Event is not valid. Reason: it is not JSON.');
  }
  if (!isObject(event)) throw validationError('Parameter Event is not valid. Reason: it is not an object.');
  const missing = mandatory.filter((field) => !Object.hasOwn(event, field));
  if (missing.length > 0)
    throw validationError(`Parameter Event is not valid. Reason: ${missing.join(', ')} is missing.`);
  return event;
}
