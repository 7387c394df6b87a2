import { BlockList, isIP } from 'node:net';
import { invalidPattern } from '../aws-error.ts';
import type { Json } from './json.ts';
import { type ScalarTest, text } from './text-tests.ts';

/** Whether a text is an IP address, v4 or v6, within the block; what is no address is not in it. */
export function cidrTest(argument: Json): ScalarTest {
  const [address = '', bits = '', ...others] = text(argument, 'cidr').split('/');
  const family = isIP(address);
  const isMalformed = family === 0 || others.length > 0 || !/^\d{1,3}$/.test(bits);
  if (isMalformed || Number(bits) > (family === 4 ? 32 : 128)) {
    throw invalidPattern(`Malformed CIDR: ${JSON.stringify(argument)}`);
  }
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(address, Number(bits), type);
  return (value) => typeof value === 'string' && isIP(value) === family && block.check(value, type);
}
