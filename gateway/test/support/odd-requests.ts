import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { until } from './test-gateway.ts';

const json = { 'content-type': 'application/json' };

/** Resolves with what was heard until the connection ended. */
export const write = async (url: string, sent: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    heard += data.toString();
  });
  socket.write(sent, 'latin1');
  await until(() => socket.destroyed, 'the connection ends');
  return heard;
};

/** By node:http, as fetch sends no such headers. */
export const raw = (url: string, headers: Record<string, string | string[]>, body: string) =>
  new Promise<string>((resolve, reject) => {
    const asked = httpRequest(`${url}/graphql`, { method: 'POST', headers: { ...json, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject).end(body);
  });
