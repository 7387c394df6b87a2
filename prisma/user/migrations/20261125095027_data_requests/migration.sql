-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'IN_PROGRESS',
    "version" INTEGER NOT NULL DEFAULT 1,
    "correlation_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_request_part" (
    "request_id" UUID NOT NULL,
    "subgraph" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "record_count" INTEGER,
    "sha256" TEXT,
    "content" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "data_request_part_pkey" PRIMARY KEY ("request_id","subgraph")
);

-- CreateIndex
CREATE INDEX "data_request_user_id_requested_at_idx" ON "data_request"("user_id", "requested_at" DESC);

-- AddForeignKey
ALTER TABLE "data_request_part" ADD CONSTRAINT "data_request_part_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "data_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE data_request
  ADD CONSTRAINT data_request_kind_known CHECK (kind IN ('EXPORT', 'ERASURE')),
  ADD CONSTRAINT data_request_status_known CHECK (status IN ('IN_PROGRESS', 'READY', 'COMPLETED', 'EXPIRED', 'FAILED'));

-- A second click joins the request that is under way.
CREATE UNIQUE INDEX data_request_one_under_way ON data_request (user_id, kind) WHERE status = 'IN_PROGRESS';
CREATE INDEX data_request_part_awaited ON data_request_part (next_attempt_at) WHERE received_at IS NULL;
