CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN UPDATE "orders" SET "note" = NULL; RETURN NEW; END; $$ LANGUAGE plpgsql;
