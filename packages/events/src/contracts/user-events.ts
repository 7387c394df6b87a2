import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleIds, instant, userId } from './fields.ts';

export const userRegistered = defineEvent({
  name: 'UserRegistered',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'Somebody opened an account.',
  data: z.object({ userId, registeredAt: instant }),
  example: { userId: exampleIds.user, registeredAt: '2026-01-01T12:00:00.000Z' },
});
