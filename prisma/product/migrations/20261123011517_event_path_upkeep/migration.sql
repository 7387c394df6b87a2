-- DropIndex
DROP INDEX "outbox_event_aggregate_id_position_idx";

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- What Prisma's schema language cannot say.
CREATE INDEX outbox_event_parked ON outbox_event (position) WHERE parked_at IS NOT NULL;

-- Every row is updated once when it was sent: vacuum comes before the partial indexes hold more dead entries than live ones.
ALTER TABLE outbox_event SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);
