declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Makes a DynamoDB server that keeps everything in memory. */
  const dynalite: (options: { createTableMs?: number }) => Server;
  export = dynalite;
}
