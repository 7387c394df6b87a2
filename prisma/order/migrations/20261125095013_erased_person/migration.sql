-- CreateTable
CREATE TABLE "erased_person" (
    "user_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erased_person_pkey" PRIMARY KEY ("user_id")
);
