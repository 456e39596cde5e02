import type { ArticleId } from '../domain/article.ts';
import type { Anchor, LedgerStore, PlacedArticle, UnplacedArticle } from '../domain/ledger.ts';
import type { Connection } from './connection.ts';
import { toMention } from './mention-body.ts';
import { ARTICLES, ledgerStatements, mentionStatements, placeStatements as sql } from './statements.ts';

interface PersonRow {
  readonly surname: string;
  readonly actor: string;
  readonly day: string;
}

interface AnchorRow {
  readonly act: string;
  /** `''` where the article looks for such days. */
  readonly day: string;
}

/** What other articles lean on an article for, by a text of the row. */
interface Ground {
  readonly persons: ReadonlyMap<string, PersonRow>;
  readonly anchors: ReadonlyMap<string, AnchorRow>;
}

interface GroundChange {
  readonly persons: readonly PersonRow[];
  readonly anchors: readonly AnchorRow[];
}

/** Which mentions stand where, and what other articles lean on them for. */
export class SqlitePlacementStore implements Pick<LedgerStore, 'unplaced' | 'persons' | 'anchors' | 'place'> {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async unplaced(limit: number): Promise<readonly UnplacedArticle[]> {
    interface Row {
      readonly id: string;
      readonly marks: number;
      readonly published_at: string | null;
      readonly date_basis: string;
    }
    return this.#connection.read(() =>
      this.#connection.all<Row>(sql.unplaced, ARTICLES, limit).map((row) => ({
        id: row.id,
        marks: row.marks,
        stated: row.date_basis === 'stated',
        ...(row.published_at !== null && { publishedAt: row.published_at }),
        mentions: this.#connection
          .all<{ body: string }>(mentionStatements.bodies, ARTICLES, row.id)
          .map(({ body }) => toMention(body)),
      })),
    );
  }

  async persons(keys: readonly string[], without: ArticleId) {
    return keys.flatMap((key) =>
      this.#connection.all<{ actor: string; day: string }>(sql.persons, ARTICLES, key, without),
    );
  }

  async anchors(keys: readonly string[]): Promise<readonly Required<Anchor>[]> {
    return keys.flatMap((key) =>
      this.#connection
        .all<{ act: string; day: string }>(sql.anchors, ARTICLES, key)
        .map(({ act, day }) => ({ key: act, day })),
    );
  }

  async place(articles: readonly PlacedArticle[]): Promise<void> {
    this.#connection.write(() => {
      // articles placed together lean on each other too, so that all stand before any is marked
      const changes = articles.map((article) => ({ id: article.id, changed: this.#placeOne(article) }));
      for (const { id, changed } of changes) this.#markLeaning(id, changed);
    });
  }

  /** Marks an article as not placed. Belongs in a transaction. */
  mark(id: ArticleId): void {
    this.#connection.run(sql.mark, ARTICLES, id);
  }

  /** Takes an article's mentions out of the ledger, before they are deleted. Belongs in a transaction. */
  forget(id: ArticleId): void {
    this.#displace(id);
    this.#markLeaning(id, this.#replaceGround(id, { persons: new Map(), anchors: new Map() }));
    this.#connection.run(sql.forget, ARTICLES, id);
  }

  /** As `forget`, but what leans on the article or stands in its events stays as it is. Belongs in a transaction. */
  letGo(id: ArticleId): void {
    for (const statement of [sql.deletePersons, sql.deleteAnchors, sql.forget])
      this.#connection.run(statement, ARTICLES, id);
  }

  #placeOne({ id, marks, placements, persons, anchors }: PlacedArticle): GroundChange {
    if (this.#connection.run(sql.unmark, ARTICLES, id, marks).changes === 0) return { persons: [], anchors: [] };
    this.#displace(id);
    for (const { ordinal, dated, block, order } of placements) {
      const { mention, ...rest } = dated;
      const { actors, targets, speaker } = mention;
      const placed = JSON.stringify({ ...rest, actors, targets, speaker });
      this.#connection.run(sql.place, block, order, placed, ARTICLES, id, ordinal);
      this.#connection.run(ledgerStatements.mark, ARTICLES, block, order);
    }
    return this.#replaceGround(id, {
      persons: keyed(persons.map(({ key, actor, day }) => ({ surname: key, actor, day }))),
      anchors: keyed(anchors.map(({ key, day }) => ({ act: key, day: day ?? '' }))),
    });
  }

  /** The events that the article reports part into their reports again. */
  #displace(id: ArticleId): void {
    const rows = this.#connection.all<{ id: string | null }>(sql.eventsOf, ARTICLES, id);
    for (const event of new Set(rows.flatMap((row) => row.id ?? []))) {
      const row = this.#connection.get<{ block: string; born: string }>(ledgerStatements.born, ARTICLES, event);
      if (row !== undefined) this.#connection.run(ledgerStatements.mark, ARTICLES, row.block, row.born);
      this.#connection.run(ledgerStatements.delete, ARTICLES, event);
      this.#connection.run(ledgerStatements.deleteParties, ARTICLES, event);
      this.#connection.run(ledgerStatements.free, ARTICLES, event);
    }
    this.#connection.run(sql.displace, ARTICLES, id);
  }

  /** Stores what others lean on. Gives the rows that came or went. */
  #replaceGround(id: ArticleId, now: Ground): GroundChange {
    const persons = keyed<PersonRow>(this.#connection.all(sql.ownPersons, ARTICLES, id));
    const anchors = keyed<AnchorRow>(this.#connection.all(sql.ownAnchors, ARTICLES, id));
    this.#connection.run(sql.deletePersons, ARTICLES, id);
    this.#connection.run(sql.deleteAnchors, ARTICLES, id);
    for (const { surname, actor, day } of now.persons.values())
      this.#connection.run(sql.insertPerson, ARTICLES, surname, id, actor, day);
    for (const { act, day } of now.anchors.values()) this.#connection.run(sql.insertAnchor, ARTICLES, act, id, day);
    return { persons: difference(persons, now.persons), anchors: difference(anchors, now.anchors) };
  }

  /** Marks the articles whose ground has changed: bare names of a person, open dates of an act. */
  #markLeaning(id: ArticleId, { persons, anchors }: GroundChange): void {
    const known = persons.filter(({ actor }) => actor.endsWith(')'));
    const leaning = [
      ...known.flatMap(({ surname, day }) => this.#ids(sql.leaningOnPerson, surname, day)),
      ...anchors.filter(({ day }) => day !== '').flatMap(({ act }) => this.#ids(sql.leaningOnAnchor, act)),
    ];
    for (const other of new Set(leaning)) if (other !== id) this.mark(other);
  }

  #ids(statement: string, ...values: string[]): string[] {
    return this.#connection.all<{ id: string }>(statement, ARTICLES, ...values).map(({ id }) => id);
  }
}

function keyed<Row extends object>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [JSON.stringify(Object.entries(row).sort()), row]));
}

function difference<Row>(before: ReadonlyMap<string, Row>, now: ReadonlyMap<string, Row>): Row[] {
  return [
    ...[...before].filter(([key]) => !now.has(key)).map(([, row]) => row),
    ...[...now].filter(([key]) => !before.has(key)).map(([, row]) => row),
  ];
}
