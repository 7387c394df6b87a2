import { describe, expect, it } from 'vitest';
import { shapeOf } from './statement-shape.ts';

describe('the shape of a statement', () => {
  it('names what is done to which tables', () => {
    expect(shapeOf('SELECT "public"."cart"."id" FROM "public"."cart" WHERE "id" = $1 LIMIT $2').summary).toBe(
      'SELECT cart',
    );
    expect(shapeOf('INSERT INTO orders (id, at) VALUES ($1::uuid, clock_timestamp())').summary).toBe('INSERT orders');
    expect(shapeOf('UPDATE stock_level AS s SET on_hand = 1 FROM unnest($1::uuid[]) AS v(id)').summary).toBe(
      'UPDATE stock_level',
    );
    expect(
      shapeOf(`WITH due AS MATERIALIZED (SELECT id FROM payment_attempt LIMIT $1 FOR UPDATE SKIP LOCKED)
        UPDATE payment_attempt AS a SET tries = a.tries + 1 FROM due, payment AS p WHERE a.id = due.id`),
    ).toMatchObject({ operation: 'UPDATE', summary: 'UPDATE payment_attempt' });
    expect(shapeOf('SELECT extract(epoch FROM min(placed_at)) FROM orders').summary).toBe('SELECT orders');
    expect(shapeOf('COMMIT')).toEqual({ operation: 'COMMIT', summary: 'COMMIT', text: 'COMMIT' });
  });

  it('has none of the values that stand in the text, however they are written', () => {
    const { text } =
      shapeOf(`SELECT /* ada@example.com */ 'ada@example.com', E'it\\'s ada', $tag$ada's$tag$, 'O''Ada', 4711, 0.5, "ada_column"
      FROM app_user -- ada
      WHERE a = $1 AND b IN ($2,$3, $4) AND c = $5::text AND d = 1e3 AND e IN ('ada', 'bob')`);
    expect(text).toBe(
      'SELECT ?, ... , "ada_column" FROM app_user WHERE a = $1 AND b IN ($2, ...) AND c = $5::text AND d = ? AND e IN (?, ...)'.replace(
        ' ,',
        ',',
      ),
    );
  });

  it('forgets shapes rather than grow without end', () => {
    const first = shapeOf('SELECT 1 FROM first_one');
    for (let count = 0; count < 2_000; count += 1) shapeOf(`SELECT ${count} FROM another_one`);
    expect(shapeOf('SELECT 1 FROM first_one')).not.toBe(first);
    expect(shapeOf('SELECT 1 FROM first_one')).toEqual(first);
  });
});
