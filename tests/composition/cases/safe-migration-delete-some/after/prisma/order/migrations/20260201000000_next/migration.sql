DELETE FROM "orders" WHERE "status" = 'TEST';
