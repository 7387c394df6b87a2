export { type Exchanged, type ExchangeRequest, exchange } from './exchange.ts';
