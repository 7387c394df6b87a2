import type { Transaction } from '@cartograph/outbox';
import type { EmailAddress } from '../../domain/email-address.ts';
import type {
  DataRequest,
  DataRequestId,
  DataRequestKind,
  DataRequestStatus,
  Holder,
} from '../../domain/people/data-request.ts';
import type { ExportPart } from '../../domain/people/export-file.ts';
import type { UserId } from '../../domain/user.ts';
import type { AccountLocks } from './ports.ts';

export type PartReceived = {
  readonly subgraph: Holder;
  readonly recordCount: number | null;
  /** The records as a JSON array, and their hash; null for an erasure. */
  readonly content: string | null;
  readonly sha256: string | null;
};

/** Requests for a copy of one's data or its erasure, inside a transaction. */
export type DataRequestStore = {
  /** Writes a request with one awaited part for each holder; its deadline counts from the database's clock. */
  insert(
    tx: Transaction,
    request: { id: DataRequestId; userId: UserId; kind: DataRequestKind; deadlineSeconds: number },
  ): Promise<DataRequest>;
  /** The request of that kind that is under way; null when there is none. */
  underWay(tx: Transaction, userId: UserId, kind: DataRequestKind): Promise<DataRequest | null>;
  /** The request, its row taken until the transaction ends; null when unknown. */
  lock(tx: Transaction, id: DataRequestId): Promise<DataRequest | null>;
  /** Notes the receipt of a part; false when it was noted before. */
  receive(tx: Transaction, id: DataRequestId, part: PartReceived): Promise<boolean>;
  /** Moves a locked request on; its copy is kept for `keepSeconds` where given, and is gone with any other end. Returns it with its version. */
  finish(
    tx: Transaction,
    id: DataRequestId,
    end: { status: DataRequestStatus; keepSeconds?: number },
  ): Promise<{ request: DataRequest; version: number }>;
  /** Up to `limit` requests that are past their deadline or whose copy has expired, locked; those that others hold are left out. */
  lockOverdue(tx: Transaction, limit: number): Promise<readonly DataRequest[]>;
};

/** A part that is to be fetched, in the hands of one worker until its lease ends. */
export type AwaitedPart = {
  readonly requestId: DataRequestId;
  readonly userId: UserId;
  readonly subgraph: Holder;
  readonly correlationId: string;
  readonly attempts: number;
};

/** The parts of exports that are due to be fetched. */
export type AwaitedParts = {
  /** Hands out parts that are due, for `leaseSeconds`: a worker that died does not keep them. */
  claim(limit: number, leaseSeconds: number): Promise<readonly AwaitedPart[]>;
  /** It could not be fetched: again after `delaySeconds`. */
  postpone(part: AwaitedPart, { delaySeconds, reason }: { delaySeconds: number; reason: string }): Promise<void>;
};

/** What resolvers read of requests. */
export type DataRequestReads = {
  find(id: DataRequestId): Promise<DataRequest | null>;
  /** Newest first, 20 at most. */
  ofUser(userId: UserId): Promise<readonly DataRequest[]>;
  parts(id: DataRequestId): Promise<readonly ExportPart[]>;
};

/** Accounts as erasing them needs it. */
export type ErasableAccounts = AccountLocks & {
  emailOf(tx: Transaction, userId: UserId): Promise<EmailAddress | null>;
  /** Removes everything of the person but the row and its id. */
  eraseIrreversibly(tx: Transaction, userId: UserId): Promise<void>;
};
