ALTER TABLE "orders" DROP COLUMN "gone";
