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

export const articleStatements = {
  insert: `
    INSERT INTO article_version (workspace, content_hash, is_current, ${ARTICLE_COLUMNS})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  current: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1`,
  allCurrent: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND is_current = 1`,
  outlines: `SELECT ${OUTLINE_COLUMNS} FROM article_version WHERE workspace = ? AND is_current = 1`,
  versions: `SELECT ${ARTICLE_COLUMNS} FROM article_version WHERE workspace = ? AND id = ? ORDER BY version DESC`,
  textOf: 'SELECT text FROM article_version WHERE workspace = ? AND id = ? AND version = ?',
  currentText: 'SELECT text FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1',
  currentDate: 'SELECT published_at FROM article_version WHERE workspace = ? AND id = ? AND is_current = 1',
  currentIds: 'SELECT id FROM article_version WHERE workspace = ? AND is_current = 1 ORDER BY id',
  newest: 'SELECT max(version) AS version FROM article_version WHERE workspace = ? AND id = ?',
  byHash: 'SELECT id, url, is_current FROM article_version WHERE workspace = ? AND content_hash = ?',
  byUrl: 'SELECT id, is_current FROM article_version WHERE workspace = ? AND url = ?',
  names: 'SELECT url, content_hash FROM article_version WHERE workspace = ? AND id = ?',
  retire: 'UPDATE article_version SET is_current = 0 WHERE workspace = ? AND id = ?',
  derive: `
    UPDATE article_version SET published_at = ?, date_basis = ?, origin = ?
    WHERE workspace = ? AND id = ? AND is_current = 1`,
  deleteVersion: 'DELETE FROM article_version WHERE workspace = ? AND id = ? AND version = ?',
  deleteAll: 'DELETE FROM article_version WHERE workspace = ? AND id = ?',
  insertHash: 'INSERT INTO fingerprint (workspace, hash, article_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  sharing: 'SELECT article_id FROM fingerprint WHERE workspace = ? AND hash = ?',
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
  byNumber: 'SELECT article_id, start_at, end_at FROM passage WHERE id = ?',
  deleteAll: 'DELETE FROM passage WHERE workspace = ? AND article_id = ?',
  index: 'INSERT INTO passage_words (rowid, text, title, outlet, date) VALUES (?, ?, ?, ?, ?)',
  redate: `
    UPDATE passage_words SET date = ? WHERE rowid IN (SELECT id FROM passage WHERE workspace = ? AND article_id = ?)`,
  unindex: `
    DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE workspace = ? AND article_id = ?)`,
  /** FTS5 gives better rows a smaller number. A title stands beside every passage of its article, so it counts half. */
  match: `
    SELECT rowid AS id, -bm25(passage_words, 1.0, 0.5, 0.5, 0.5) AS score FROM passage_words
    WHERE passage_words MATCH ? ORDER BY score DESC, rowid LIMIT ?`,
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
};

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
    INSERT INTO feedback (workspace, adapter, channel, thread, user_id, about, verdict, remark, given_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (workspace, adapter, channel, thread, user_id, about)
    DO UPDATE SET verdict = excluded.verdict, remark = excluded.remark, given_at = excluded.given_at`,
  purge: [
    'DELETE FROM setting WHERE workspace = ? AND adapter = ?',
    'DELETE FROM feedback WHERE workspace = ? AND adapter = ?',
  ],
};
