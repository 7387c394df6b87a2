ALTER TABLE "orders" ADD COLUMN "reason" TEXT;
