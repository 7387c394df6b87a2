import type { Caller, Storefront } from '@cartograph/testing';
import type { World } from './world.ts';

const addressOf = (recipient: string) =>
  `{ countryCode: "US", recipient: "${recipient}", lines: ["1 Main Street"], locality: "Springfield", region: "IL", postalCode: "62701" }`;

/** What the owner keeps in the account: an address, two more to be removed at one door each, and a consent. */
export const personalIds = async (storefront: Storefront, owner: Caller): Promise<World> => {
  const add = (alias: string) =>
    `${alias}: addAddress(input: { address: ${addressOf(alias)} }) { address { id } userErrors { message } }`;
  const consent =
    'setConsent(input: { purpose: MARKETING, isGranted: true, policyVersion: "2026-01" }) { userErrors { message } }';
  const { data, errors } = await storefront.ask<Record<string, { address?: { id: string } | null }>>(
    `mutation { ${['a', 'b', 'c'].map(add).join(' ')} ${consent} }`,
    {},
    owner,
  );
  if (!data) throw new Error(`no addresses: ${JSON.stringify(errors)}`);
  const [first, second, third] = ['a', 'b', 'c'].map((alias) => data[alias]?.address?.id);
  if (!first || !second || !third) throw new Error(`no addresses: ${JSON.stringify(data)}`);
  return { address: first, 'spareAddress at gateway': second, 'spareAddress at subgraph': third };
};
