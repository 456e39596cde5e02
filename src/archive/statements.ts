/**
 * Every statement of the archive, in SQL that other engines read too; only the passage index is SQLite's own dialect.
 * Articles and all that was read out of them stand in the workspace `default`; what a chat platform leaves behind
 * stands in the platform's workspace.
 */
export const ARTICLES = 'default';

/**
 * One row a passage, by its number. The words are stored with the index, since a row can be taken out of the index
 * exactly only with the words that went in: with FTS5's `contentless_delete` its averages keep counting what was
 * deleted, and the same articles would score differently after an update.
 */
export const CREATE_PASSAGE_INDEX = `
  CREATE VIRTUAL TABLE passage_words
  USING fts5(text, title, outlet, date, tokenize = 'porter unicode61 remove_diacritics 2')`;

export const DROP_PASSAGE_INDEX = 'DROP TABLE IF EXISTS passage_words';

const OUTLINE_COLUMNS = `id, version, title, body_start, outlet, author, url, path, published_at, date_basis, language,
  origin`;
const ARTICLE_COLUMNS = `${OUTLINE_COLUMNS}, text`;

/** The number of the row that was stored last, also where it was removed since: no number is given twice. */
const MARK = `SELECT max(coalesce((SELECT max(rowid) FROM article_version), 0),
  coalesce((SELECT max(mark) FROM article_mark), 0))`;

export const articleStatements = {
  insert: `
    INSERT INTO article_version (rowid, workspace, content_hash, is_current, stored_on, ${ARTICLE_COLUMNS})
    VALUES ((${MARK}) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (workspace, id, version) DO UPDATE SET is_current = excluded.is_current,
      ${ARTICLE_COLUMNS.split(/,\s*/)
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`,
  current: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1`,
  allCurrent: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND is_current = 1`,
  outlineOf: `SELECT ${OUTLINE_COLUMNS} FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1`,
  total: 'SELECT count(*) AS total FROM article_version WHERE workspace = ? AND is_current = 1',
  undated: `
    SELECT id FROM article_version WHERE workspace = ? AND is_current = 1 AND published_at IS NULL ORDER BY id`,
  outlines: `SELECT ${OUTLINE_COLUMNS} FROM article_version WHERE workspace = ? AND is_current = 1`,
  versions: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND id = ? ORDER BY version DESC`,
  textOf: 'SELECT text FROM article_version WHERE workspace = ? AND id = ? AND version = ?',
  currentText: 'SELECT text FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1',
  currentDate: 'SELECT published_at FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1',
  currentIds: 'SELECT id FROM article_version WHERE workspace = ? AND is_current = 1 ORDER BY id',
  newest: 'SELECT max(version) AS version FROM article_version WHERE workspace = ? AND id = ?',
  byHash: 'SELECT id, url, is_current FROM article_version WHERE workspace = ? AND content_hash = ?',
  byUrl: 'SELECT id, is_current FROM article_version WHERE workspace = ? AND url = ?',
  lastDay: `
    SELECT max(published_at) AS day FROM article_version WHERE workspace = ? AND is_current = 1 AND published_at <= ?`,
  state: "SELECT coalesce(max(rowid), 0) || ' ' || count(*) AS state FROM article_version",
  mark: `SELECT (${MARK}) AS mark`,
  storedAfter: `
    SELECT id FROM article_version WHERE workspace = ? GROUP BY id HAVING min(rowid) > ? ORDER BY id`,
  names: 'SELECT url, content_hash FROM article_version WHERE workspace = ? AND id = ?',
  retire: 'UPDATE article_version SET is_current = 0 WHERE workspace = ? AND id = ?',
  derive: `
    UPDATE article_version SET published_at = ?, date_basis = ?, origin = ?
    WHERE workspace = ? AND id = ? AND is_current = 1`,
  deleteAll: 'DELETE FROM article_version WHERE workspace = ? AND id = ?',
  insertHash: 'INSERT INTO fingerprint (workspace, hash, article_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  sharing: 'SELECT article_id FROM fingerprint WHERE workspace = ? AND hash = ? ORDER BY article_id LIMIT ?',
  deleteHashes: 'DELETE FROM fingerprint WHERE workspace = ? AND article_id = ?',
  bury: `
    INSERT INTO tombstone (workspace, kind, name, article_id, reason, removed_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`,
  buried: 'SELECT reason FROM tombstone WHERE workspace = ? AND kind = ? AND name = ?',
};

export const passageStatements = {
  insert: 'INSERT INTO passage (workspace, article_id, start_at, end_at) VALUES (?, ?, ?, ?)',
  ofArticle: `
    SELECT id, start_at, end_at FROM passage WHERE workspace = ? AND article_id = ? ORDER BY start_at`,
  deleteAll: 'DELETE FROM passage WHERE workspace = ? AND article_id = ?',
  index: 'INSERT INTO passage_words (rowid, text, title, outlet, date) VALUES (?, ?, ?, ?, ?)',
  redate: `
    UPDATE passage_words SET date = ? WHERE rowid IN (SELECT id FROM passage WHERE workspace = ? AND article_id = ?)`,
  count: 'SELECT count(*) AS total FROM passage WHERE workspace = ?',
  /** How many passages hold a word in their text. */
  holding: 'SELECT count(*) AS total FROM passage_words WHERE passage_words MATCH ?',
  unindex: `
    DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE workspace = ? AND article_id = ?)`,
  /** FTS5 gives better rows a smaller number. A title stands beside every passage of its article, so it counts half. */
  match: `
    SELECT article_id, start_at, end_at, score FROM (
      SELECT rowid AS number, -bm25(passage_words, 1.0, 0.5, 0.5, 0.5) AS score FROM passage_words
      WHERE passage_words MATCH ? ORDER BY score DESC, rowid LIMIT ?)
    JOIN passage ON passage.id = number ORDER BY score DESC, number`,
};

export const vectorStatements = {
  insert: `
    INSERT INTO passage_vector (workspace, model, passage_id, body)
    SELECT workspace, ?, id, ? FROM passage WHERE workspace = ? AND article_id = ? AND start_at = ? AND end_at = ?
    ON CONFLICT DO NOTHING`,
  of: `
    SELECT body FROM passage
    JOIN passage_vector ON passage_vector.workspace = passage.workspace AND passage_vector.passage_id = passage.id
    WHERE passage.workspace = ? AND passage.article_id = ? AND passage.start_at = ? AND passage.end_at = ?
      AND passage_vector.model = ?`,
  missing: `
    SELECT start_at, end_at FROM passage WHERE workspace = ? AND article_id = ? AND NOT EXISTS (
      SELECT 1 FROM passage_vector WHERE passage_vector.workspace = passage.workspace AND passage_vector.model = ?
        AND passage_vector.passage_id = passage.id)
    ORDER BY start_at`,
  count: 'SELECT count(*) AS total FROM passage_vector WHERE workspace = ? AND model = ?',
  deleteAll: `
    DELETE FROM passage_vector WHERE workspace = ? AND passage_id IN (
      SELECT id FROM passage WHERE passage.workspace = passage_vector.workspace AND passage.article_id = ?)`,
};

const MENTION_COLUMNS = 'mention.article_id, mention.ordinal, mention.body';

export const mentionStatements = {
  insert: 'INSERT INTO mention (workspace, article_id, ordinal, body) VALUES (?, ?, ?, ?)',
  insertActor: `
    INSERT INTO mention_actor (workspace, actor, article_id, ordinal) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  all: `SELECT ${MENTION_COLUMNS} FROM mention WHERE mention.workspace = ?`,
  ofActor: `
    SELECT ${MENTION_COLUMNS} FROM mention_actor
    JOIN mention ON mention.workspace = mention_actor.workspace
      AND mention.article_id = mention_actor.article_id AND mention.ordinal = mention_actor.ordinal
    WHERE mention_actor.workspace = ? AND mention_actor.actor = ?`,
  deleteAll: 'DELETE FROM mention WHERE workspace = ? AND article_id = ?',
  ofArticle: `SELECT ${MENTION_COLUMNS} FROM mention WHERE mention.workspace = ? AND mention.article_id = ?`,
  deleteActor: 'DELETE FROM mention_actor WHERE workspace = ? AND actor = ? AND article_id = ?',
  deleteEveryActor: 'DELETE FROM mention_actor WHERE workspace = ?',
  bodies: `SELECT ${MENTION_COLUMNS} FROM mention
    WHERE mention.workspace = ? AND mention.article_id = ? ORDER BY mention.ordinal`,
};

export const placeStatements = {
  mark: `
    INSERT INTO unplaced_article (workspace, article_id, marks) VALUES (?, ?, 1)
    ON CONFLICT (workspace, article_id) DO UPDATE SET marks = marks + 1`,
  unplaced: `
    SELECT unplaced_article.article_id AS id, marks, published_at, date_basis FROM unplaced_article
    CROSS JOIN article_version ON article_version.workspace = unplaced_article.workspace
      AND article_version.id = unplaced_article.article_id AND is_current = 1
    WHERE unplaced_article.workspace = ?
    ORDER BY CASE date_basis WHEN 'stated' THEN 0 ELSE 1 END, published_at, unplaced_article.article_id LIMIT ?`,
  unmark: 'DELETE FROM unplaced_article WHERE workspace = ? AND article_id = ? AND marks = ?',
  forget: 'DELETE FROM unplaced_article WHERE workspace = ? AND article_id = ?',
  place: `
    UPDATE mention SET block = ?, order_key = ?, placed = ?, event_id = NULL
    WHERE workspace = ? AND article_id = ? AND ordinal = ?`,
  displace: `
    UPDATE mention SET block = NULL, order_key = NULL, placed = NULL, event_id = NULL
    WHERE workspace = ? AND article_id = ?`,
  /** Null and the same one again among them: a condition or DISTINCT would lead the planner to the wrong index. */
  eventsOf: 'SELECT event_id AS id FROM mention WHERE workspace = ? AND article_id = ? ORDER BY ordinal',
  persons: `
    SELECT actor, day FROM person_seen WHERE workspace = ? AND surname = ? AND article_id <> ?`,
  ownPersons: 'SELECT surname, actor, day FROM person_seen WHERE workspace = ? AND article_id = ?',
  insertPerson: `
    INSERT INTO person_seen (workspace, surname, article_id, actor, day) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  deletePersons: 'DELETE FROM person_seen WHERE workspace = ? AND article_id = ?',
  leaningOnPerson: `
    SELECT DISTINCT article_id AS id FROM person_seen
    WHERE workspace = ? AND surname = ? AND day >= ? AND actor NOT LIKE '%)'`,
  anchors: "SELECT act, day FROM anchor WHERE workspace = ? AND act = ? AND day <> ''",
  ownAnchors: 'SELECT act, day FROM anchor WHERE workspace = ? AND article_id = ?',
  insertAnchor: `
    INSERT INTO anchor (workspace, act, article_id, day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  deleteAnchors: 'DELETE FROM anchor WHERE workspace = ? AND article_id = ?',
  leaningOnAnchor: "SELECT DISTINCT article_id AS id FROM anchor WHERE workspace = ? AND act = ? AND day = ''",
};

const REPORT_COLUMNS = `mention.article_id, mention.ordinal, mention.body, mention.placed, mention.order_key,
  mention.event_id`;

export const ledgerStatements = {
  mark: `
    INSERT INTO unmerged_block (workspace, block, order_key, marks) VALUES (?, ?, ?, 1)
    ON CONFLICT (workspace, block)
    DO UPDATE SET order_key = min(order_key, excluded.order_key), marks = marks + 1`,
  unmerged: `
    SELECT block, order_key, marks FROM unmerged_block WHERE workspace = ? ORDER BY block LIMIT ?`,
  unmark: 'DELETE FROM unmerged_block WHERE workspace = ? AND block = ? AND marks = ?',
  reports: `
    SELECT ${REPORT_COLUMNS} FROM mention WHERE workspace = ? AND block = ? AND order_key >= ? ORDER BY order_key`,
  parted: `
    SELECT DISTINCT event_id AS id FROM mention
    WHERE workspace = ? AND block = ? AND order_key >= ? AND event_id IS NOT NULL`,
  members: `
    SELECT ${REPORT_COLUMNS} FROM mention WHERE workspace = ? AND event_id = ? ORDER BY order_key`,
  allMembers: `
    SELECT ${REPORT_COLUMNS} FROM mention WHERE workspace = ? AND event_id IS NOT NULL ORDER BY event_id, order_key`,
  homes: `
    SELECT event.id, event.last_day, event.born FROM event_party
    JOIN event ON event.workspace = event_party.workspace AND event.id = event_party.event_id
    WHERE event_party.workspace = ? AND party = ? AND event_party.block = ?
      AND event_party.last_day >= ? AND event_party.last_day < ? AND first_day <= ?
    ORDER BY event_party.last_day DESC`,
  insert: `
    INSERT INTO event (workspace, id, block, born, first_day, last_day, first_report, last_report, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  insertParty: `
    INSERT INTO event_party (workspace, party, block, last_day, event_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  delete: 'DELETE FROM event WHERE workspace = ? AND id = ?',
  deleteParties: 'DELETE FROM event_party WHERE workspace = ? AND event_id = ?',
  born: 'SELECT block, born, last_day FROM event WHERE workspace = ? AND id = ?',
  free: 'UPDATE mention SET event_id = NULL WHERE workspace = ? AND event_id = ?',
  assign: `
    UPDATE mention SET event_id = ? WHERE workspace = ? AND article_id = ? AND order_key = ? AND event_id IS NOT ?`,
  entriesSince: 'SELECT body, first_report, last_report FROM event WHERE workspace = ? AND last_day >= ?',
  entriesOf: `
    SELECT event.id, body, first_report, last_report FROM event_party
    JOIN event ON event.workspace = event_party.workspace AND event.id = event_party.event_id
    WHERE event_party.workspace = ? AND party = ? AND event_party.last_day >= ?`,
};
