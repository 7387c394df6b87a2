import { randomUUID } from 'node:crypto';
import { accountId } from './arn.ts';
import { AwsError } from './aws-error.ts';
import { isObject, type Json, type JsonObject } from './patterns/json.ts';

/** An entry of PutEvents that has all it needs; `detail` is JSON text. */
export type EventEntry = { source: string; detailType: string; detail: string; resources: string[]; time: Date };

/**
 * The event as targets get it: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
 * @throws AwsError MalformedDetail, when the detail is not the JSON text of an object
 */
export function buildEvent(entry: EventEntry, region: string): { id: string; event: JsonObject; body: string } {
  const detail = parseDetail(entry.detail);
  const id = randomUUID();
  const event: JsonObject = {
    version: '0',
    id,
    'detail-type': entry.detailType,
    source: entry.source,
    account: accountId,
    time: `${entry.time.toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.resources,
    detail,
  };
  return { id, event, body: JSON.stringify(event) };
}

function parseDetail(text: string): JsonObject {
  let detail: Json;
  try {
    detail = JSON.parse(text) as Json;
  } catch {
    throw malformed();
  }
  if (!isObject(detail)) throw malformed();
  return detail;
}

const malformed = () => new AwsError('MalformedDetail', 'Detail is malformed.');
