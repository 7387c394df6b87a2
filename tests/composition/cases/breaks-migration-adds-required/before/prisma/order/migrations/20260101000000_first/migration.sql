-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "note" TEXT,
    "gone" TEXT,
    "status" TEXT NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
