UPDATE "orders" SET "note" = NULL;
