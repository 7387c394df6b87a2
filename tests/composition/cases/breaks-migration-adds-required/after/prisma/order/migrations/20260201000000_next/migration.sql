-- AlterTable
ALTER TABLE "orders" ADD COLUMN "shop" TEXT NOT NULL;
