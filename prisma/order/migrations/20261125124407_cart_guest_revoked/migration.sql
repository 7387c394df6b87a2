-- What the gateway asks for every few seconds: few rows among all. Alone, as it must not lock the table.
CREATE INDEX CONCURRENTLY "cart_guest_revoked" ON "cart" (id) WHERE guest_revoked_at IS NOT NULL;
