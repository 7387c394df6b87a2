CREATE INDEX CONCURRENTLY "orders_status_idx" ON "orders"("status");
ALTER TABLE "orders" ADD COLUMN "extra" TEXT;
