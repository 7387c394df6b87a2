-- schema-check: allow DROPS because it was never filled
ALTER TABLE "orders" DROP COLUMN "gone";
