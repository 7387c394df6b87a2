ALTER TABEL "orders" ADD COLUMN "extra" TEXT;
