-- CreateTable
CREATE TABLE "payable_order" (
    "order_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "payable_order_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "buyer_id" UUID,
    "status" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "authorized_minor" BIGINT NOT NULL DEFAULT 0,
    "captured_minor" BIGINT NOT NULL DEFAULT 0,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "failure_reason" TEXT,
    "payment_method_token" TEXT NOT NULL,
    "provider_payment_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorized_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "cause" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_transaction" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "failure_reason" TEXT,
    "provider_reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "position" BIGSERIAL NOT NULL,
    "transaction_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "position" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "aggregate_version" INTEGER NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "causation_id" TEXT,
    "traceparent" TEXT,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "parked_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "aggregate_version" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_payment_id_key" ON "payment"("provider_payment_id");

-- CreateIndex
CREATE INDEX "payment_order_id_created_at_idx" ON "payment"("order_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_idempotency_key_key" ON "payment_attempt"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_payment_id_kind_number_key" ON "payment_attempt"("payment_id", "kind", "number");

-- CreateIndex
CREATE INDEX "payment_transaction_payment_id_created_at_idx" ON "payment_transaction"("payment_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_transaction_attempt_id_status_key" ON "payment_transaction"("attempt_id", "status");

-- CreateIndex
CREATE INDEX "ledger_entry_transaction_id_idx" ON "ledger_entry"("transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_event_id_key" ON "outbox_event"("event_id");

-- CreateIndex
CREATE INDEX "outbox_event_aggregate_id_position_idx" ON "outbox_event"("aggregate_id", "position");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "payable_order"("order_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_transaction" ADD CONSTRAINT "payment_transaction_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_transaction" ADD CONSTRAINT "payment_transaction_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "payment_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "payment_transaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

CREATE INDEX outbox_event_unsent ON outbox_event (position) WHERE sent_at IS NULL AND parked_at IS NULL;

-- At most one payment of an order can hold or take money.
CREATE UNIQUE INDEX payment_one_live_per_order ON payment (order_id) WHERE status NOT IN ('FAILED', 'VOIDED', 'REFUNDED');
-- One question at a time to the provider about a payment: answers can then never overtake each other.
CREATE UNIQUE INDEX payment_attempt_one_in_flight ON payment_attempt (payment_id) WHERE status = 'PENDING';
CREATE INDEX payment_attempt_due ON payment_attempt (next_attempt_at) WHERE status = 'PENDING';
CREATE INDEX payment_held ON payment ((COALESCE(authorized_at, created_at))) WHERE status IN ('AUTHORIZED', 'REQUIRES_ACTION');

ALTER TABLE payment
  ADD CONSTRAINT payment_status_known CHECK (status IN ('REQUIRES_METHOD', 'AUTHORIZING', 'REQUIRES_ACTION', 'AUTHORIZED',
    'FAILED', 'CAPTURING', 'PARTIALLY_CAPTURED', 'CAPTURED', 'VOIDING', 'VOIDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')),
  ADD CONSTRAINT payment_amount_not_negative CHECK (amount_minor >= 0),
  ADD CONSTRAINT payment_authorized_at_most_amount CHECK (authorized_minor BETWEEN 0 AND amount_minor),
  ADD CONSTRAINT payment_captured_at_most_authorized CHECK (captured_minor BETWEEN 0 AND authorized_minor),
  ADD CONSTRAINT payment_refunded_at_most_captured CHECK (refunded_minor BETWEEN 0 AND captured_minor);

ALTER TABLE payment_attempt
  ADD CONSTRAINT payment_attempt_kind_known CHECK (kind IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
  ADD CONSTRAINT payment_attempt_status_known CHECK (status IN ('PENDING', 'DONE')),
  ADD CONSTRAINT payment_attempt_amount_not_negative CHECK (amount_minor >= 0);

ALTER TABLE payment_transaction
  ADD CONSTRAINT payment_transaction_kind_known CHECK (kind IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
  ADD CONSTRAINT payment_transaction_status_known CHECK (status IN ('SUCCEEDED', 'DECLINED', 'REQUIRES_ACTION')),
  ADD CONSTRAINT payment_transaction_amount_not_negative CHECK (amount_minor >= 0);

ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_side_known CHECK (side IN ('DEBIT', 'CREDIT')),
  ADD CONSTRAINT ledger_entry_amount_positive CHECK (amount_minor > 0);

-- Transactions and ledger entries are history: corrected by a further entry, never by a change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payment_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_transaction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Debits = credits, per transaction and currency, judged at commit when all legs are there.
CREATE FUNCTION refuse_unbalanced_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM ledger_entry WHERE transaction_id = NEW.transaction_id GROUP BY currency
    HAVING sum(CASE side WHEN 'DEBIT' THEN amount_minor ELSE -amount_minor END) <> 0
  ) THEN
    RAISE EXCEPTION 'the ledger of transaction % does not balance', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_ledger();
