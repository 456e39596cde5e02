import { CREATE_PASSAGE_INDEX } from './statements.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * The archive's tables, one step a version: step n leads from version n - 1 to n. A step that was released is never
 * edited; a change of the tables is a new step at the end. Every table carries its workspace first.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    'CREATE TABLE schema_version (workspace TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL)',
    `CREATE TABLE article_version (
      workspace TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, is_current INTEGER NOT NULL,
      content_hash TEXT NOT NULL, url TEXT, published_at TEXT, date_basis TEXT NOT NULL, origin TEXT NOT NULL,
      outlet TEXT, author TEXT, path TEXT, language TEXT NOT NULL, body_start INTEGER NOT NULL,
      title TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (workspace, id, version))`,
    'CREATE INDEX article_version_hash ON article_version (workspace, content_hash)',
    'CREATE INDEX article_version_url ON article_version (workspace, url)',
    'CREATE INDEX article_version_current ON article_version (workspace, is_current, id)',
    `CREATE TABLE passage (
      workspace TEXT NOT NULL, article_id TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
      id INTEGER PRIMARY KEY)`,
    'CREATE UNIQUE INDEX passage_place ON passage (workspace, article_id, start_at)',
    CREATE_PASSAGE_INDEX,
    `CREATE TABLE mention (
      workspace TEXT NOT NULL, article_id TEXT NOT NULL, ordinal INTEGER NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (workspace, article_id, ordinal)) WITHOUT ROWID`,
    `CREATE TABLE mention_actor (
      workspace TEXT NOT NULL, actor TEXT NOT NULL, article_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
      PRIMARY KEY (workspace, actor, article_id, ordinal)) WITHOUT ROWID`,
    `CREATE TABLE fingerprint (
      workspace TEXT NOT NULL, hash INTEGER NOT NULL, article_id TEXT NOT NULL,
      PRIMARY KEY (workspace, hash, article_id)) WITHOUT ROWID`,
    'CREATE INDEX fingerprint_article ON fingerprint (workspace, article_id)',
    `CREATE TABLE tombstone (
      workspace TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, article_id TEXT NOT NULL,
      reason TEXT NOT NULL, removed_at TEXT NOT NULL,
      PRIMARY KEY (workspace, kind, name))`,
    `CREATE TABLE seen_request (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, request_id TEXT NOT NULL, seen_at INTEGER NOT NULL,
      PRIMARY KEY (workspace, adapter, request_id))`,
    'CREATE INDEX seen_request_time ON seen_request (workspace, seen_at)',
    `CREATE TABLE setting (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
      name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (workspace, adapter, channel, thread, name))`,
    `CREATE TABLE feedback (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
      user_id TEXT NOT NULL, about TEXT NOT NULL, verdict TEXT NOT NULL, remark TEXT, given_at TEXT NOT NULL,
      PRIMARY KEY (workspace, adapter, channel, thread, user_id, about))`,
  ],
  [
    'ALTER TABLE mention ADD COLUMN block TEXT',
    'ALTER TABLE mention ADD COLUMN order_key TEXT',
    'ALTER TABLE mention ADD COLUMN placed TEXT',
    'ALTER TABLE mention ADD COLUMN event_id TEXT',
    'CREATE INDEX mention_block ON mention (workspace, block, order_key)',
    'CREATE INDEX mention_event ON mention (workspace, event_id, order_key)',
    `CREATE TABLE event (
      workspace TEXT NOT NULL, id TEXT NOT NULL, block TEXT NOT NULL, born TEXT NOT NULL,
      first_day TEXT NOT NULL, last_day TEXT NOT NULL, first_report TEXT NOT NULL, last_report TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (workspace, id)) WITHOUT ROWID`,
    'CREATE INDEX event_last_day ON event (workspace, last_day)',
    `CREATE TABLE event_party (
      workspace TEXT NOT NULL, party TEXT NOT NULL, block TEXT NOT NULL, last_day TEXT NOT NULL, event_id TEXT NOT NULL,
      PRIMARY KEY (workspace, party, block, last_day, event_id)) WITHOUT ROWID`,
    'CREATE INDEX event_party_event ON event_party (workspace, event_id)',
    `CREATE TABLE unplaced_article (
      workspace TEXT NOT NULL, article_id TEXT NOT NULL, marks INTEGER NOT NULL, PRIMARY KEY (workspace, article_id))`,
    `CREATE TABLE unmerged_block (
      workspace TEXT NOT NULL, block TEXT NOT NULL, order_key TEXT NOT NULL, marks INTEGER NOT NULL,
      PRIMARY KEY (workspace, block))`,
    `CREATE TABLE person_seen (
      workspace TEXT NOT NULL, surname TEXT NOT NULL, article_id TEXT NOT NULL, actor TEXT NOT NULL, day TEXT NOT NULL,
      PRIMARY KEY (workspace, surname, article_id, actor)) WITHOUT ROWID`,
    'CREATE INDEX person_seen_article ON person_seen (workspace, article_id)',
    `CREATE TABLE anchor (
      workspace TEXT NOT NULL, act TEXT NOT NULL, article_id TEXT NOT NULL, day TEXT NOT NULL,
      PRIMARY KEY (workspace, act, day, article_id)) WITHOUT ROWID`,
    'CREATE INDEX anchor_article ON anchor (workspace, article_id)',
    'INSERT INTO unplaced_article SELECT workspace, id, 1 FROM article_version WHERE is_current = 1',
  ],
  [
    `CREATE TABLE passage_vector (
      workspace TEXT NOT NULL, model TEXT NOT NULL, passage_id INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (workspace, model, passage_id))`,
    'CREATE INDEX passage_vector_passage ON passage_vector (workspace, passage_id)',
  ],
  [
    `CREATE TABLE question (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
      user_id TEXT NOT NULL, asked TEXT NOT NULL, asked_at INTEGER NOT NULL, id INTEGER PRIMARY KEY)`,
    'CREATE INDEX question_place ON question (workspace, adapter, channel, thread, id)',
    'CREATE INDEX question_time ON question (asked_at)',
  ],
  [
    `CREATE TABLE schedule (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
      definition TEXT NOT NULL, situation TEXT NOT NULL, time TEXT NOT NULL, zone TEXT NOT NULL, days TEXT NOT NULL,
      weekend TEXT, paused_until TEXT, since INTEGER NOT NULL, made_by TEXT NOT NULL, environment TEXT,
      id INTEGER PRIMARY KEY)`,
    'CREATE UNIQUE INDEX schedule_name ON schedule (workspace, adapter, channel, thread, definition, situation)',
    'CREATE TABLE schedule_revision (workspace TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL)',
    "INSERT INTO schedule_revision (workspace, revision) VALUES ('default', 0)",
    ...['INSERT', 'UPDATE', 'DELETE'].map(
      (change) => `CREATE TRIGGER schedule_${change.toLowerCase()} AFTER ${change} ON schedule
        BEGIN UPDATE schedule_revision SET revision = revision + 1; END`,
    ),
    // what was set in a chat before anything was posted by itself
    `INSERT INTO schedule (workspace, adapter, channel, thread, definition, situation, time, zone, days, since, made_by)
      SELECT workspace, adapter, channel, thread, 'de-escalation', coalesce(situation, ''), time, coalesce(zone, 'UTC'),
        rtrim(days, ','), CAST(strftime('%s', 'now') AS INTEGER) * 1000, 'chat'
      FROM (
        SELECT workspace, adapter, channel, thread,
          max(CASE name WHEN 'time' THEN value END) AS time, max(CASE name WHEN 'zone' THEN value END) AS zone,
          max(CASE name WHEN 'situation' THEN value END) AS situation,
          ${DAYS.map((day) => `min(CASE WHEN name = 'quiet' AND instr(value, '${day}') THEN '' ELSE '${day},' END)`).join(' || ')}
            AS days
        FROM setting GROUP BY workspace, adapter, channel, thread)
      WHERE time IS NOT NULL AND days <> ''`,
    "DELETE FROM setting WHERE name IN ('time', 'quiet')",
    `CREATE TABLE delivery (
      workspace TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
      definition TEXT NOT NULL, situation TEXT NOT NULL, date TEXT NOT NULL, revision TEXT NOT NULL,
      delivery_key TEXT NOT NULL, state TEXT NOT NULL, due_at INTEGER NOT NULL, next_at INTEGER NOT NULL,
      opened_at INTEGER NOT NULL, attempts INTEGER NOT NULL, late INTEGER NOT NULL, edition_id TEXT, sent TEXT,
      settled_at INTEGER, reason TEXT, owner TEXT, lease_until INTEGER, fence INTEGER NOT NULL,
      PRIMARY KEY (workspace, adapter, channel, thread, definition, situation, date, revision))`,
    'CREATE UNIQUE INDEX delivery_by_key ON delivery (delivery_key)',
    'CREATE INDEX delivery_waiting ON delivery (state, next_at)',
    'CREATE INDEX delivery_due ON delivery (due_at, delivery_key)',
    'CREATE INDEX delivery_tally ON delivery (adapter, state, attempts)',
    'CREATE INDEX delivery_edition ON delivery (edition_id)',
    'ALTER TABLE feedback ADD COLUMN statement TEXT',
    'ALTER TABLE feedback ADD COLUMN decision TEXT',
    "CREATE INDEX feedback_confirmed ON feedback (given_at) WHERE decision = 'confirmed'",
    // SQLite gives the number of a last row that was deleted once more
    'CREATE TABLE article_mark (workspace TEXT NOT NULL PRIMARY KEY, mark INTEGER NOT NULL)',
    "INSERT INTO article_mark (workspace, mark) VALUES ('default', 0)",
    `CREATE TRIGGER article_version_delete AFTER DELETE ON article_version
      BEGIN UPDATE article_mark SET mark = max(mark, old.rowid); END`,
    'CREATE TABLE edition (workspace TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (workspace, id))',
  ],
  [
    `CREATE TABLE model_use (
      workspace TEXT NOT NULL, day TEXT NOT NULL, adapter TEXT NOT NULL, channel TEXT NOT NULL, user_id TEXT NOT NULL,
      calls INTEGER NOT NULL, input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
      micro_dollars INTEGER NOT NULL, claims_passed INTEGER NOT NULL, claims_dropped INTEGER NOT NULL,
      PRIMARY KEY (workspace, day, adapter, channel, user_id)) WITHOUT ROWID`,
    'CREATE INDEX model_use_day ON model_use (day)',
    'CREATE TABLE model_pause (workspace TEXT NOT NULL PRIMARY KEY, until_at TEXT NOT NULL, reason TEXT NOT NULL)',
    `CREATE TABLE model_reply (
      workspace TEXT NOT NULL, reply_key TEXT NOT NULL, body TEXT NOT NULL, kept_at INTEGER NOT NULL,
      PRIMARY KEY (workspace, reply_key))`,
    'CREATE INDEX model_reply_time ON model_reply (workspace, kept_at)',
  ],
  [
    `CREATE TABLE feed (
      workspace TEXT NOT NULL, url TEXT NOT NULL, title TEXT, site TEXT, added_at INTEGER NOT NULL,
      paused INTEGER NOT NULL, next_at INTEGER NOT NULL, poll_interval INTEGER NOT NULL, etag TEXT, last_modified TEXT,
      polled_at INTEGER, succeeded_at INTEGER, news_at INTEGER, failures INTEGER NOT NULL, failing_since INTEGER,
      reason TEXT, seen INTEGER NOT NULL, taken INTEGER NOT NULL, noted_at INTEGER, owner TEXT, lease_until INTEGER,
      fence INTEGER NOT NULL, id INTEGER PRIMARY KEY)`,
    'CREATE UNIQUE INDEX feed_url ON feed (workspace, url)',
    `CREATE TABLE feed_item (
      workspace TEXT NOT NULL, feed_id INTEGER NOT NULL, item_key TEXT NOT NULL, digest TEXT NOT NULL,
      state TEXT NOT NULL, reason TEXT, article_id TEXT, tries INTEGER NOT NULL, seen_at INTEGER NOT NULL,
      PRIMARY KEY (workspace, feed_id, item_key)) WITHOUT ROWID`,
    'CREATE INDEX feed_item_time ON feed_item (workspace, seen_at)',
  ],
  [
    'ALTER TABLE article_version ADD COLUMN stored_on TEXT',
    "UPDATE article_version SET stored_on = date('now')",
    `CREATE INDEX article_version_day
      ON article_version (workspace, is_current, max(coalesce(published_at, stored_on), stored_on))`,
    `CREATE TABLE edition_article (
      workspace TEXT NOT NULL, article_id TEXT NOT NULL, edition_id TEXT NOT NULL,
      PRIMARY KEY (workspace, article_id, edition_id)) WITHOUT ROWID`,
    `INSERT INTO edition_article (workspace, article_id, edition_id)
      SELECT DISTINCT edition.workspace, part.value, edition.id FROM edition, json_tree(edition.body) AS part
      WHERE part.key = 'articleId'`,
  ],
];
