import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { createLogger } from '@cartograph/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBatchDelivery } from '../src/deliver-batch.ts';
import { batchOf, invocation, mail } from './batches.ts';
import { isContinuousIntegration, motoProgram } from './config.ts';
import { connection, startDynamo } from './endpoints.ts';

const startMoto = async (program: string) => {
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  for await (const line of createInterface({ input: child.stderr })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stderr.resume();
    return { url, stop };
  }
  throw new Error(`${program} ended before it listened.`);
};

describe('SES', () => {
  it('is there where everybody relies on it', () => {
    if (!motoProgram) console.log('Mail is not tried: CARTOGRAPH_MOTO names no moto_server.');
    expect(motoProgram !== undefined || !isContinuousIntegration).toBe(true);
  });
});

describe.runIf(motoProgram)('mail by SES', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  let dynamo: Awaited<ReturnType<typeof startDynamo>>;
  let ses: SESv2Client;
  beforeAll(async () => {
    [moto, dynamo] = await Promise.all([startMoto(String(motoProgram)), startDynamo('delivered')]);
    ses = new SESv2Client({ ...connection, endpoint: moto.url });
    await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'shop.example' }));
  });
  afterAll(() => Promise.all([moto.stop(), dynamo.stop()]));

  const deliveryFrom = (from: string) =>
    createBatchDelivery({
      dynamo: dynamo.client,
      table: 'delivered',
      channels: { ses, sns: new SNSClient(connection), from, topics: {} },
      logger: createLogger({ service: 'notifications', level: 'silent' }),
    });

  const sent = async () => {
    const everything = (await (await fetch(`${moto.url}/moto-api/data.json`)).json()) as {
      ses: { Message?: { source: string; subject: string; body: string; destinations: unknown }[] };
    };
    return everything.ses.Message ?? [];
  };

  it('is sent once to whom it is for', async () => {
    const batch = batchOf(mail('mail-1', 'ada@example.com'));
    expect(await deliveryFrom('no-reply@shop.example')(batch, invocation())).toEqual({ batchItemFailures: [] });
    expect(await deliveryFrom('no-reply@shop.example')(batch, invocation())).toEqual({ batchItemFailures: [] });
    const mails = await sent();
    expect(mails).toMatchObject([{ source: 'no-reply@shop.example', subject: 'Your order' }]);
    expect(JSON.stringify(mails)).toContain('ada@example.com');
  });

  it('that SES refuses comes again, and goes out once SES takes it', async () => {
    const batch = batchOf(mail('mail-2', 'grace@example.com'));
    const refused = await deliveryFrom('somebody@else.example')(batch, invocation());
    expect(refused).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect(await sent()).toHaveLength(1);
    expect(await deliveryFrom('no-reply@shop.example')(batch, invocation())).toEqual({ batchItemFailures: [] });
    expect(await sent()).toHaveLength(2);
  });
});
