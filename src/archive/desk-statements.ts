import { FREE } from './lease.ts';

/** Statements about what stands in the platforms' own workspaces: what chats leave behind, schedules, deliveries. */

const FEEDBACK_COLUMNS = `workspace, adapter, channel, thread, user_id, about, verdict, remark, given_at, statement,
  decision`;

export const deskStatements = {
  see: `
    INSERT INTO seen_request (workspace, adapter, request_id, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  forgetSeen: 'DELETE FROM seen_request WHERE workspace = ? AND seen_at < ?',
  clearSettings: 'DELETE FROM setting WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ?',
  saveSetting: `
    INSERT INTO setting (workspace, adapter, channel, thread, name, value) VALUES (?, ?, ?, ?, ?, ?)`,
  settings: `
    SELECT name, value FROM setting WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ? ORDER BY name`,
  saveFeedback: `
    INSERT INTO feedback (workspace, adapter, channel, thread, user_id, about, verdict, remark, given_at, statement)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (workspace, adapter, channel, thread, user_id, about)
    DO UPDATE SET verdict = excluded.verdict, remark = excluded.remark, given_at = excluded.given_at,
      statement = excluded.statement,
      decision = CASE WHEN feedback.verdict = excluded.verdict THEN feedback.decision END
      WHERE feedback.verdict <> excluded.verdict OR coalesce(feedback.remark, '') <> coalesce(excluded.remark, '')`,
  confirmed: `
    SELECT ${FEEDBACK_COLUMNS} FROM feedback
    WHERE decision = 'confirmed' AND verdict = 'wrong' AND statement IS NOT NULL ORDER BY given_at, about, user_id`,
  feedback: `
    SELECT ${FEEDBACK_COLUMNS} FROM feedback WHERE (?1 IS NULL OR workspace = ?1) AND (?2 IS NULL OR adapter = ?2)
    ORDER BY given_at, about, user_id`,
  decideFeedback: `
    UPDATE feedback SET decision = ?
    WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ? AND user_id = ? AND about = ?`,
  saveQuestion: `
    INSERT INTO question (workspace, adapter, channel, thread, user_id, asked, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  forgetQuestions: 'DELETE FROM question WHERE asked_at < ?',
  lastQuestion: `
    SELECT asked FROM question
    WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ? AND asked_at >= ? AND (? IS NULL OR user_id = ?)
    ORDER BY id DESC LIMIT 1`,
  countQuestions: `
    SELECT count(*) AS count FROM question
    WHERE workspace = ? AND adapter = ? AND asked_at >= ? AND (? IS NULL OR user_id = ?)`,
  forget: [
    'DELETE FROM question WHERE workspace = ? AND adapter = ? AND user_id = ?',
    'DELETE FROM feedback WHERE workspace = ? AND adapter = ? AND user_id = ?',
  ],
  workspaces: `
    SELECT workspace FROM setting WHERE adapter = ?1 UNION SELECT workspace FROM feedback WHERE adapter = ?1
    UNION SELECT workspace FROM question WHERE adapter = ?1 UNION SELECT workspace FROM schedule WHERE adapter = ?1
    UNION SELECT workspace FROM delivery WHERE adapter = ?1
    UNION SELECT workspace FROM model_use WHERE adapter = ?1 ORDER BY workspace`,
  purge: ['question', 'setting', 'feedback', 'schedule', 'delivery'].map(
    (table) => `DELETE FROM ${table} WHERE workspace = ? AND adapter = ?`,
  ),
};

const SCHEDULE_NAME = 'workspace, adapter, channel, thread, definition, situation';
const SCHEDULE_COLUMNS = `${SCHEDULE_NAME}, time, zone, days, weekend, paused_until, since, made_by,
  environment`;
const NAMED_SO = 'workspace = ? AND adapter = ? AND channel = ? AND thread = ? AND definition = ? AND situation = ?';

export const scheduleStatements = {
  list: `SELECT ${SCHEDULE_COLUMNS} FROM schedule ORDER BY id`,
  of: `
    SELECT ${SCHEDULE_COLUMNS} FROM schedule
    WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ? ORDER BY id`,
  save: `
    INSERT INTO schedule (${SCHEDULE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (${SCHEDULE_NAME}) DO UPDATE SET time = excluded.time, zone = excluded.zone, days = excluded.days,
      weekend = excluded.weekend, paused_until = excluded.paused_until, since = excluded.since,
      made_by = excluded.made_by, environment = excluded.environment`,
  rename: `UPDATE schedule SET definition = ?, situation = ? WHERE ${NAMED_SO}`,
  remove: `DELETE FROM schedule WHERE ${NAMED_SO}`,
  revision: 'SELECT revision FROM schedule_revision',
};

const DELIVERY_COLUMNS = `${SCHEDULE_NAME}, date, revision, delivery_key, state, due_at, next_at, opened_at, attempts,
  late, edition_id, sent, settled_at, reason`;
/** The name that begins the values of an insert. */
const NUMBERED_SO = SCHEDULE_NAME.split(', ')
  .map((column, at) => `${column} = ?${at + 1}`)
  .join(' AND ');
const HELD = "delivery_key = ? AND fence = ? AND owner IS NOT NULL AND state = 'waiting'";

/** A column of the latest delivery of a row of `schedule`. */
function latestOf(column: string, condition: string): string {
  const isOwn = SCHEDULE_NAME.split(', ').map((name) => `delivery.${name} = schedule.${name}`);
  return `(SELECT ${column} FROM delivery WHERE ${isOwn.join(' AND ')} AND ${condition} ORDER BY date DESC LIMIT 1)`;
}

export const deliveryStatements = {
  open: `
    INSERT INTO delivery (${DELIVERY_COLUMNS}, fence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, 0)
    ON CONFLICT (${SCHEDULE_NAME}, date, revision) DO UPDATE SET state = excluded.state, due_at = excluded.due_at,
      next_at = excluded.next_at, opened_at = excluded.opened_at, settled_at = NULL, reason = NULL
      WHERE delivery.state = 'missed' AND excluded.state = 'waiting'`,
  /** The last one of an edition that is on its way or stands. */
  last: `
    SELECT delivery_key, state FROM delivery WHERE ${NAMED_SO} AND date = ? AND state IN ('sent', 'waiting')
    ORDER BY state = 'waiting' DESC, due_at DESC, delivery_key DESC LIMIT 1`,
  record: `
    INSERT INTO delivery (${DELIVERY_COLUMNS}, fence) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?, 0
    WHERE EXISTS (SELECT 1 FROM schedule WHERE ${NUMBERED_SO})
      OR EXISTS (SELECT 1 FROM delivery WHERE ${NUMBERED_SO} AND date = ?7 AND revision = ?8)
    ON CONFLICT (${SCHEDULE_NAME}, date, revision) DO UPDATE SET state = excluded.state, sent = excluded.sent,
      edition_id = excluded.edition_id, settled_at = excluded.settled_at, reason = excluded.reason, owner = NULL,
      lease_until = NULL WHERE delivery.state = 'waiting'`,
  revive: `
    INSERT INTO delivery (${DELIVERY_COLUMNS}, fence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, 0)
    ON CONFLICT (${SCHEDULE_NAME}, date, revision) DO UPDATE SET state = 'waiting', due_at = excluded.due_at,
      next_at = excluded.next_at, settled_at = NULL, reason = NULL WHERE delivery.state <> 'sent' AND ${FREE}`,
  waiting: `
    SELECT ${DELIVERY_COLUMNS} FROM delivery
    WHERE state = 'waiting' AND adapter = ? AND (next_at <= ? OR next_at > ?) AND ${FREE} ORDER BY due_at, delivery_key LIMIT ?`,
  claim: `
    UPDATE delivery SET owner = ?, lease_until = ?, fence = fence + 1, attempts = attempts + 1
    WHERE delivery_key = ? AND state = 'waiting' AND ${FREE}`,
  claimed: `SELECT ${DELIVERY_COLUMNS}, fence FROM delivery WHERE delivery_key = ?`,
  renew: `UPDATE delivery SET lease_until = ? WHERE ${HELD}`,
  prepare: `UPDATE delivery SET edition_id = ?, late = ? WHERE ${HELD}`,
  settle: `
    UPDATE delivery SET state = ?, sent = ?, settled_at = ?, reason = ?, next_at = coalesce(?, next_at), owner = NULL,
      lease_until = NULL WHERE ${HELD}`,
  /** Asked of each schedule by its name, since there are many more deliveries than schedules. */
  lastDone: `
    SELECT ${SCHEDULE_NAME}, ${latestOf('date', "revision = '' AND due_at <= ?")} AS date FROM schedule`,
  lastDoneIn: `
    SELECT ${SCHEDULE_NAME}, ${latestOf('date', "revision = '' AND due_at <= ?")} AS date FROM schedule
    WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ?`,
  recent: `SELECT ${DELIVERY_COLUMNS} FROM delivery ORDER BY due_at DESC, delivery_key LIMIT ?`,
  recentOf: `
    SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE workspace = ? AND adapter = ? AND channel = ? AND thread = ?
    ORDER BY due_at DESC, delivery_key LIMIT ?`,
  dueSince: `SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE due_at >= ? ORDER BY due_at, delivery_key`,
  overdue: `
    SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE state = 'waiting' AND due_at < ? ORDER BY due_at, delivery_key LIMIT ?`,
  since: `SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE ${NAMED_SO} AND date >= ? ORDER BY date, due_at`,
  lastSent: `
    SELECT ${DELIVERY_COLUMNS} FROM delivery
    WHERE ${NAMED_SO} AND revision = '' AND state = 'sent' AND date < ? ORDER BY date DESC LIMIT 1`,
  lastSentAt: `
    SELECT ${SCHEDULE_NAME}, ${latestOf('settled_at', "revision = '' AND state = 'sent'")} AS at FROM schedule`,
  tally: `
    SELECT adapter, state, count(*) AS count, sum(attempts) AS attempts FROM delivery
    GROUP BY adapter, state ORDER BY adapter, state`,
  expire: `
    DELETE FROM delivery WHERE due_at < ? AND state <> 'waiting' AND EXISTS (
      SELECT 1 FROM delivery AS later WHERE later.workspace = delivery.workspace AND later.adapter = delivery.adapter
        AND later.channel = delivery.channel AND later.thread = delivery.thread
        AND later.definition = delivery.definition AND later.situation = delivery.situation
        AND later.date > delivery.date AND later.revision = '')`,
  saveEdition: 'INSERT INTO edition (workspace, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  edition: 'SELECT body FROM edition WHERE workspace = ? AND id = ?',
  dropEditions: `
    DELETE FROM edition WHERE workspace = ?
      AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.edition_id = edition.id)`,
};
