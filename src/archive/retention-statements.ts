/** Statements by which the archive forgets, all of the workspace `default`. */

/** As the index `article_version_day` has it. */
const DAY = 'max(coalesce(published_at, stored_on), stored_on)';

export const retentionStatements = {
  aged: `
    SELECT id FROM article_version WHERE workspace = ? AND is_current = 1 AND ${DAY} < ? AND NOT EXISTS (
      SELECT 1 FROM edition_article
      WHERE edition_article.workspace = article_version.workspace AND edition_article.article_id = article_version.id)
    ORDER BY ${DAY} LIMIT ?`,
  /** Null and the same one again among them, as in `eventsOf`. */
  blocksOf: 'SELECT block FROM mention WHERE workspace = ? AND article_id = ? ORDER BY ordinal',
  /** A merge that read what is gone is refused. */
  outdate: 'UPDATE unmerged_block SET marks = marks + 1 WHERE workspace = ? AND block = ?',
  changedOften: `
    SELECT id FROM article_version WHERE workspace = ? GROUP BY id HAVING count(*) > ? ORDER BY id`,
  deleteVersion: 'DELETE FROM article_version WHERE workspace = ? AND id = ? AND version = ?',
};

/** Which articles a stored edition cites. */
export const citedStatements = {
  save: 'INSERT INTO edition_article (workspace, article_id, edition_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  editionsOf: `
    SELECT body FROM edition_article
    JOIN edition ON edition.workspace = edition_article.workspace AND edition.id = edition_article.edition_id
    WHERE edition_article.workspace = ? AND edition_article.article_id = ?`,
  drop: `
    DELETE FROM edition_article WHERE workspace = ? AND NOT EXISTS (
      SELECT 1 FROM edition WHERE edition.workspace = edition_article.workspace AND edition.id = edition_article.edition_id)`,
};
