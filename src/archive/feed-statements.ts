import { FREE } from './lease.ts';

/** Statements about feeds and what was seen of them, all of the workspace `default`. */

const FEED_COLUMNS = `url, title, site, added_at, paused, next_at, poll_interval, etag, last_modified, polled_at,
  succeeded_at, news_at, failures, failing_since, reason, seen, taken`;
/** The time of the next poll has come, or was set before the clock was put back. */
const DUE = 'paused = 0 AND (next_at <= ? OR next_at > ?)';
const HELD = 'workspace = ? AND url = ? AND added_at = ? AND owner = ? AND fence = ?';

export const feedStatements = {
  list: `SELECT ${FEED_COLUMNS} FROM feed WHERE workspace = ? ORDER BY id`,
  get: `SELECT ${FEED_COLUMNS} FROM feed WHERE workspace = ? AND url = ?`,
  add: `
    INSERT INTO feed (workspace, url, title, site, added_at, next_at, poll_interval, paused, failures, seen, taken, fence)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING`,
  remove: 'DELETE FROM feed WHERE workspace = ? AND url = ?',
  pause: `
    UPDATE feed SET paused = ?1, next_at = CASE WHEN paused > ?1 THEN ?2 ELSE next_at END
    WHERE workspace = ?3 AND url = ?4`,
  due: `SELECT ${FEED_COLUMNS} FROM feed WHERE workspace = ? AND ${DUE} AND ${FREE} ORDER BY next_at, id LIMIT ?`,
  hasten: `
    UPDATE feed SET next_at = ?1 WHERE workspace = ?2 AND paused = 0 AND failures = 0 AND next_at > ?1
      AND (polled_at IS NULL OR polled_at < ?3 OR polled_at > ?1)`,
  claim: `
    UPDATE feed SET owner = ?, lease_until = ?, fence = fence + 1 WHERE workspace = ? AND url = ? AND paused = 0
      AND ${FREE}`,
  claimDue: `
    UPDATE feed SET owner = ?, lease_until = ?, fence = fence + 1 WHERE workspace = ? AND url = ? AND ${FREE}
      AND ${DUE}`,
  claimed: `SELECT ${FEED_COLUMNS}, fence FROM feed WHERE workspace = ? AND url = ?`,
  renew: `UPDATE feed SET lease_until = ? WHERE ${HELD}`,
  held: `SELECT id FROM feed WHERE ${HELD}`,
  count: `
    UPDATE feed SET seen = seen + ?, taken = taken + ?, noted_at = max(coalesce(noted_at, 0), ?)
    WHERE workspace = ? AND id = ?`,
  succeed: `
    UPDATE feed SET polled_at = ?1, succeeded_at = ?1, next_at = ?2, poll_interval = ?3,
      news_at = CASE WHEN ?4 > 0 THEN ?1 ELSE news_at END, title = coalesce(?5, title), site = coalesce(?6, site),
      etag = ?7, last_modified = ?8, failures = 0, failing_since = NULL, reason = NULL, owner = NULL, lease_until = NULL
    WHERE workspace = ?9 AND id = ?10`,
  fail: `
    UPDATE feed SET polled_at = ?1, next_at = ?2, poll_interval = ?3, failures = failures + 1,
      failing_since = coalesce(failing_since, ?1), reason = ?4, owner = NULL, lease_until = NULL
    WHERE workspace = ?5 AND id = ?6`,
  move: `
    UPDATE feed SET url = ?1 WHERE workspace = ?2 AND id = ?3
      AND NOT EXISTS (SELECT 1 FROM feed AS other WHERE other.workspace = ?2 AND other.url = ?1)`,
};

const ITEM_COLUMNS = 'item_key, digest, state, feed_item.reason, article_id, tries, seen_at';
const OF_FEED = `feed_item.workspace = ?1
  AND feed_id = (SELECT id FROM feed WHERE feed.workspace = ?1 AND feed.url = ?2)`;

export const feedItemStatements = {
  of: `SELECT ${ITEM_COLUMNS} FROM feed_item WHERE ${OF_FEED} AND item_key = ?3`,
  state: 'SELECT state FROM feed_item WHERE workspace = ? AND feed_id = ? AND item_key = ?',
  save: `
    INSERT INTO feed_item (workspace, feed_id, item_key, digest, state, reason, article_id, tries, seen_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (workspace, feed_id, item_key) DO UPDATE SET digest = excluded.digest, state = excluded.state,
      reason = excluded.reason, article_id = excluded.article_id, tries = excluded.tries, seen_at = excluded.seen_at`,
  /** The sum keeps the planner from going through all feeds by time. */
  refused: `
    SELECT ${ITEM_COLUMNS} FROM feed_item WHERE ${OF_FEED} AND state <> 'taken'
    ORDER BY seen_at + 0 DESC, item_key LIMIT ?3`,
  remove: `DELETE FROM feed_item WHERE ${OF_FEED}`,
  number: 'SELECT count(*) AS number FROM feed_item WHERE workspace = ? AND feed_id = ?',
  trim: `
    DELETE FROM feed_item WHERE (workspace, feed_id, item_key) IN (
      SELECT workspace, feed_id, item_key FROM feed_item WHERE workspace = ?1 AND feed_id = ?2
      ORDER BY seen_at + 0, item_key LIMIT ?3)`,
  expire: `
    DELETE FROM feed_item WHERE (workspace, feed_id, item_key) IN (
      SELECT workspace, feed_id, item_key FROM feed_item WHERE workspace = ?1 AND seen_at < ?2 AND feed_id IN (
        SELECT id FROM feed WHERE feed.workspace = ?1 AND noted_at >= ?2)
      ORDER BY seen_at LIMIT ?3)`,
};
