/** Statements about what calls of a language model took, and what they gave. */

const NUMBERS = 'calls, input_tokens, output_tokens, micro_dollars, claims_passed, claims_dropped';
const ADDED = NUMBERS.split(', ').map((column) => `${column} = model_use.${column} + excluded.${column}`);
const NAME = 'workspace, day, adapter, channel, user_id';
const ON_NAME = `ON CONFLICT (${NAME}) DO UPDATE SET ${ADDED.join(', ')}`;
const SPENT = `SELECT coalesce(sum(input_tokens + output_tokens), 0) AS tokens,
  coalesce(sum(micro_dollars), 0) AS microDollars FROM model_use WHERE`;

/** Adds the sums of rows to a row with fewer names; the rows themselves are deleted by another statement. */
function folded(workspace: string, adapter: string, channel: string): string {
  const sums = NUMBERS.split(', ').map((column) => `sum(${column})`);
  return `
    INSERT INTO model_use (${NAME}, ${NUMBERS})
    SELECT ${workspace} AS place, day, ${adapter} AS platform, ${channel} AS room, '', ${sums.join(', ')} FROM model_use
    WHERE workspace = ?1 AND adapter = ?2`;
}

/** A conversation with the bot alone may have the name of its user. */
const THEIRS = "?3 <> '' AND (user_id = ?3 OR channel = ?3)";

export const modelUseStatements = {
  add: `INSERT INTO model_use (${NAME}, ${NUMBERS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ${ON_NAME}`,
  has: 'SELECT 1 FROM model_use WHERE workspace = ? AND day = ? AND adapter = ? AND channel = ? AND user_id = ?',
  spentOf: {
    user: `${SPENT} workspace = ? AND day = ? AND adapter = ? AND user_id = ?`,
    channel: `${SPENT} workspace = ? AND day = ? AND adapter = ? AND channel = ?`,
    day: `${SPENT} day = ?`,
  },
  useOf: `
    SELECT coalesce(sum(calls), 0) AS calls, coalesce(sum(input_tokens), 0) AS inputTokens,
      coalesce(sum(output_tokens), 0) AS outputTokens, coalesce(sum(micro_dollars), 0) AS microDollars,
      coalesce(sum(claims_passed), 0) AS passed, coalesce(sum(claims_dropped), 0) AS dropped
    FROM model_use WHERE day = ?`,
  mostOf: {
    user: mostBy("workspace, adapter, user_id HAVING user_id <> ''"),
    channel: mostBy("workspace, adapter, channel HAVING adapter <> ''"),
  },
  forget: [
    `${folded('workspace', 'adapter', "CASE WHEN channel = ?3 THEN '' ELSE channel END")} AND ${THEIRS}
      GROUP BY place, day, platform, room ${ON_NAME}`,
    `DELETE FROM model_use WHERE workspace = ?1 AND adapter = ?2 AND ${THEIRS}`,
  ],
  purge: [
    `${folded("'default'", "''", "''")} GROUP BY place, day, platform, room ${ON_NAME}`,
    'DELETE FROM model_use WHERE workspace = ?1 AND adapter = ?2',
  ],
  expire: 'DELETE FROM model_use WHERE day < ?',
};

function mostBy(group: string): string {
  return `
    SELECT coalesce(max(tokens), 0) AS tokens, coalesce(max(dollars), 0) AS microDollars FROM (
      SELECT sum(input_tokens + output_tokens) AS tokens, sum(micro_dollars) AS dollars FROM model_use
      WHERE day = ? GROUP BY ${group}) AS one`;
}

export const modelStatements = {
  savePause: `
    INSERT INTO model_pause (workspace, until_at, reason) VALUES (?, ?, ?)
    ON CONFLICT (workspace) DO UPDATE SET until_at = excluded.until_at, reason = excluded.reason`,
  endPause: 'DELETE FROM model_pause WHERE workspace = ?',
  pause: 'SELECT until_at AS "until", reason FROM model_pause WHERE workspace = ?',
  reply: 'SELECT body FROM model_reply WHERE workspace = ? AND reply_key = ?',
  saveReply: `
    INSERT INTO model_reply (workspace, reply_key, body, kept_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (workspace, reply_key) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at`,
  expireReplies: 'DELETE FROM model_reply WHERE workspace = ? AND kept_at < ?',
  boundReplies: `
    DELETE FROM model_reply WHERE workspace = ?1 AND kept_at <= (
      SELECT kept_at FROM model_reply WHERE workspace = ?1 ORDER BY kept_at DESC LIMIT 1 OFFSET ?2)`,
  dropReplies: 'DELETE FROM model_reply WHERE workspace = ?',
};
