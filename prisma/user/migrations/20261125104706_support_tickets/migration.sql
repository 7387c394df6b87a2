-- CreateTable
CREATE TABLE "support_ticket" (
    "id" UUID NOT NULL,
    "opener_id" UUID,
    "guest_grant" TEXT,
    "subject" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "priority" TEXT NOT NULL DEFAULT 'NORMAL',
    "assignee_id" UUID,
    "order_id" UUID,
    "payment_id" UUID,
    "return_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "first_response_due_at" TIMESTAMPTZ(3) NOT NULL,
    "first_responded_at" TIMESTAMPTZ(3),
    "resolution_due_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_message" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "ticket_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "author_id" UUID,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "support_ticket_opener_id_opened_at_idx" ON "support_ticket"("opener_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "support_ticket_status_resolution_due_at_id_idx" ON "support_ticket"("status", "resolution_due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_message_position_key" ON "ticket_message"("position");

-- CreateIndex
CREATE INDEX "ticket_message_ticket_id_position_idx" ON "ticket_message"("ticket_id", "position");

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "support_ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE support_ticket
  ADD CONSTRAINT support_ticket_of_somebody CHECK ((opener_id IS NULL) <> (guest_grant IS NULL)),
  -- CLOSED is not written: it is what RESOLVED becomes by itself.
  ADD CONSTRAINT support_ticket_status_known CHECK (status IN ('OPEN', 'PENDING_CUSTOMER', 'RESOLVED')),
  ADD CONSTRAINT support_ticket_priority_known CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  ADD CONSTRAINT support_ticket_resolved_with_time CHECK ((status = 'RESOLVED') = (resolved_at IS NOT NULL)),
  ADD CONSTRAINT support_ticket_clock_runs_while_open CHECK ((status = 'OPEN') = (paused_at IS NULL));

ALTER TABLE ticket_message ADD CONSTRAINT ticket_message_author_known CHECK (author IN ('CUSTOMER', 'STAFF', 'NOTE'));
