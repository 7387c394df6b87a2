ALTER TABLE "orders" ALTER COLUMN "status" TYPE INTEGER USING "status"::integer;
