import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../src/index.ts';
import { type Mailbox, startMailbox } from '../src/mailbox/start-mailbox.ts';

describe('the mailbox', () => {
  let dataDir: string;
  let mailbox: Mailbox;
  const start = () => startMailbox({ dataDir, smtpPort: 0, pagePort: 0, log: silentLog });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cartograph-mailbox-'));
    mailbox = await start();
  });
  afterAll(async () => {
    await mailbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const send = async (mail: { to: string; subject: string; text: string }) => {
    const transport = createTransport({ url: mailbox.smtpUrl });
    await transport.sendMail({ from: 'shop@example.com', ...mail });
    transport.close();
  };
  const mailsTo = async (to: string) => (await fetch(`${mailbox.pageUrl}/mails?to=${to}`)).json();

  it('takes what an SMTP client sends, and shows it to a person and as JSON, also after a restart', async () => {
    await send({ to: 'ada@example.com', subject: 'Grüße', text: 'Ein Code für dich:\n\n    ABCDE-12345' });
    const shown = [{ to: ['ada@example.com'], from: 'shop@example.com', subject: 'Grüße' }];
    expect(await mailsTo('ADA@example.com')).toMatchObject(shown);
    expect(await mailsTo('bob@example.com')).toEqual([]);
    await mailbox.stop();
    mailbox = await start();
    expect(await mailsTo('ada@example.com')).toMatchObject(shown);
    const page = await fetch(mailbox.pageUrl);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('ABCDE-12345');
  });

  it('shows what a mail says and runs nothing of it', async () => {
    await send({ to: 'eve@example.com', subject: '<script>alert(1)</script>', text: '<img src=x onerror=alert(1)>' });
    const page = await fetch(mailbox.pageUrl);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img/);
  });

  it('is nothing to a page of another name that was pointed here', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${mailbox.pageUrl}/mails`, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      )
        .once('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});
