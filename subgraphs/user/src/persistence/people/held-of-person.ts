import type { HeldOfPerson } from '@cartograph/personal-data';

/** What the user subgraph holds of a person: whole rows, but for what proves the account. A new table goes in here. */
export const heldOfPerson: HeldOfPerson = {
  select: `
    SELECT 'Account' AS kind, id, to_jsonb(held) - '{password_hash}'::text[] || jsonb_build_object(
      'profile', (SELECT to_jsonb(p) - 'user_id' FROM profile AS p WHERE p.user_id = held.id),
      'consents', (SELECT coalesce(jsonb_agg(to_jsonb(c) - '{user_id,position}'::text[] ORDER BY c.position), '[]')
        FROM consent_decision AS c WHERE c.user_id = held.id),
      'notification_preferences', (SELECT coalesce(jsonb_agg(to_jsonb(n) - 'user_id' ORDER BY n.topic, n.channel), '[]')
        FROM notification_preference AS n WHERE n.user_id = held.id),
      'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('device', s.device, 'created_at', s.created_at,
          'last_used_at', s.last_used_at, 'expires_at', s.expires_at, 'ended_at', s.ended_at, 'end_reason', s.end_reason)
        ORDER BY s.created_at, s.id), '[]') FROM session AS s WHERE s.user_id = held.id)) AS body
    FROM app_user AS held WHERE id = $1::uuid
    UNION ALL
    SELECT 'Address', id, to_jsonb(held) - 'user_id' FROM address AS held WHERE user_id = $1::uuid
    UNION ALL
    SELECT 'DataRequest', id, to_jsonb(held) - '{user_id,correlation_id}'::text[] FROM data_request AS held WHERE user_id = $1::uuid
    UNION ALL
    SELECT 'SupportTicket', id, to_jsonb(held) - '{opener_id,assignee_id}'::text[] || jsonb_build_object('messages', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('author', m.author, 'body', m.body, 'created_at', m.created_at)
        ORDER BY m.position), '[]') FROM ticket_message AS m WHERE m.ticket_id = held.id AND m.author <> 'NOTE'))
    FROM support_ticket AS held WHERE opener_id = $1::uuid`,
  kinds: { Account: 'user', Address: 'address', DataRequest: 'datarequest', SupportTicket: 'ticket' },
  ids: { user_id: 'user', order_id: 'order', payment_id: 'payment' },
};
