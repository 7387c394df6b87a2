import type { TogetherCheck } from '@cartograph/config';
import { z } from 'zod';

/** The two ways out for a mail, one of which must be set. */
export const mailConfig = {
  MAIL_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      '`smtp://` or `smtps://`, with user and password where the server asks for them. Not used beside the queue.',
    ),
  MAIL_FROM: z.string().min(3).describe('The address in the From of mails by SMTP.'),
  NOTIFICATIONS_QUEUE_URL: z
    .url()
    .optional()
    .describe('The queue of the Lambda that delivers notifications; this or MAIL_SMTP_URL must be set.'),
};

type MailSettings = { MAIL_SMTP_URL?: string | undefined; NOTIFICATIONS_QUEUE_URL?: string | undefined };

/** Without a way out codes would pile up, and nobody could prove an address. */
export const checkMailConfig: TogetherCheck<MailSettings> = (settings, context) => {
  if (settings.MAIL_SMTP_URL !== undefined || settings.NOTIFICATIONS_QUEUE_URL !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['MAIL_SMTP_URL'],
    message: 'is needed where NOTIFICATIONS_QUEUE_URL is not set',
  });
};
