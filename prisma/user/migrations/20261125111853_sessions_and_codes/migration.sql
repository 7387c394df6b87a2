-- DropIndex
DROP INDEX "app_user_email_key";

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "email_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "roles" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "rotation_secret" BYTEA NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "token_hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_factor" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "mail_job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "one_time_code_user_id_purpose_idx" ON "one_time_code"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "one_time_code_expires_at_idx" ON "one_time_code"("expires_at");

-- CreateIndex
CREATE INDEX "mail_job_next_attempt_at_idx" ON "mail_job"("next_attempt_at");

-- CreateIndex
CREATE INDEX "app_user_email_idx" ON "app_user"("email");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp_factor" ADD CONSTRAINT "totp_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say, and what the rows that are there become.
ALTER TABLE app_user DROP CONSTRAINT app_user_password_until_erased;

UPDATE app_user SET email_verified_at = created_at WHERE status IN ('ACTIVE', 'SUSPENDED');
UPDATE app_user SET roles = ARRAY['SUPPORT'] WHERE 'order:read:any' = ANY (scopes);

-- Whoever proves an address has it; before that anybody may claim it, or registering would tell who has an account.
CREATE UNIQUE INDEX app_user_email_proved_key ON app_user (email) WHERE email_verified_at IS NOT NULL;

ALTER TABLE app_user
  ALTER COLUMN roles SET NOT NULL,
  ADD CONSTRAINT app_user_no_password_once_erased CHECK (status <> 'ERASED' OR password_hash IS NULL),
  ADD CONSTRAINT app_user_active_is_verified CHECK (status <> 'ACTIVE' OR email_verified_at IS NOT NULL);

ALTER TABLE session
  ADD CONSTRAINT session_device_length CHECK (char_length(device) BETWEEN 1 AND 100),
  ADD CONSTRAINT session_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT session_end_reason_known CHECK (
    end_reason IN ('SIGNED_OUT', 'ENDED_ELSEWHERE', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'SUSPENDED', 'ERASED')
  );

-- A chain has one end: two tokens that may both be used next cannot commit.
CREATE UNIQUE INDEX refresh_token_one_unused_key ON refresh_token (session_id) WHERE used_at IS NULL;

ALTER TABLE one_time_code
  ADD CONSTRAINT one_time_code_purpose_known CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD'));

ALTER TABLE mail_job
  ADD CONSTRAINT mail_job_is_for_somebody CHECK ((user_id IS NULL) <> (email IS NULL)),
  ADD CONSTRAINT mail_job_kind_known CHECK (
    kind IN (
      'REGISTERED',
      'VERIFY_EMAIL',
      'RESET_PASSWORD',
      'PASSWORD_CHANGED',
      'SESSION_REUSED',
      'SECOND_FACTOR_ON',
      'SECOND_FACTOR_OFF'
    )
  );
