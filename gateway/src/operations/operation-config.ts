import { jsonText, type TogetherCheck } from '@cartograph/config';
import { z } from 'zod';

const megabytes = 1024 * 1024;

/** Settings of what clients may send, and of what is remembered of it. */
export const operationConfig = {
  PERSISTED_OPERATIONS_PATHS: jsonText(z.array(z.string().min(1)))
    .optional()
    .describe("The manifests of clients (Apollo's format), as a JSON list of files."),
  PERSISTED_OPERATIONS_RELOAD_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000)
    .describe('How often the manifests are looked at for a change; 0: only at the start.'),
  PLAN_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(megabytes)
    .default(64 * megabytes)
    .describe('What is used least of planned and compiled operations goes when these are used up.'),
  DOCUMENT_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(megabytes)
    .default(64 * megabytes)
    .describe('The same for documents that were parsed and found valid.'),
  SAFELIST_MODE: z
    .enum(['off', 'report', 'enforce'])
    .default('off')
    .describe(
      '`off`: any operation; `report`: any, the log names those in no manifest; `enforce`: only those of the manifests.',
    ),
  OPERATION_USAGE_PATH: z
    .string()
    .min(1)
    .optional()
    .describe('A file to which the operations that clients send are appended, without values.'),
};

type Settings = { SAFELIST_MODE: string; PERSISTED_OPERATIONS_PATHS?: string[] | undefined };

/** A safelist without a list would let in nothing, or report everything. */
export const checkOperationConfig: TogetherCheck<Settings> = (settings, context) => {
  const hasList = (settings.PERSISTED_OPERATIONS_PATHS ?? []).length > 0;
  if (settings.SAFELIST_MODE !== 'off' && !hasList)
    context.addIssue({
      code: 'custom',
      path: ['PERSISTED_OPERATIONS_PATHS'],
      message: `names no manifest, and SAFELIST_MODE is ${settings.SAFELIST_MODE}`,
    });
};
