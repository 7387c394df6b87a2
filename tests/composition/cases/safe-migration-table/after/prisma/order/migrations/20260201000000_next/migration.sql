CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "refund_reason_idx" ON "refund"("reason");

ALTER TABLE "refund" ADD CONSTRAINT "refund_reason_said" CHECK (reason <> '');
