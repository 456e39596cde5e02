/** One family of Prometheus' text format 0.0.4, as a strict reader takes it. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const header = /^# HELP (?<name>[a-zA-Z_:][\w:]*) (?<help>\S.*)\n# TYPE (?<same>[a-zA-Z_:][\w:]*) (?<type>\w+)\n?$/;
/** Not a number is written as Go's ParseFloat reads it: in any case of letters. */
const sample = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>[+-]?(?:\d[\d.e+-]*|Inf)|[Nn]a[Nn])$/;
const label = /(?<name>[a-zA-Z_]\w*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y;

/**
 * Reads an exposition by https://prometheus.io/docs/instrumenting/exposition_formats/.
 * @throws Error with the line that is none, or a family or a row that stands twice
 */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, Family>();
  for (const block of text.split(/^(?=# HELP )/m)) {
    const family = parseFamily(block);
    if (families.has(family.name)) throw new Error(`${family.name} stands twice`);
    families.set(family.name, family);
  }
  return families;
}

function parseFamily(block: string): Family {
  const [, head = block, rest = ''] = /^((?:#.*\n){2})([\s\S]*)$/.exec(block) ?? [];
  const { name, same, help = '', type = '' } = header.exec(head)?.groups ?? {};
  if (name === undefined || name !== same) throw new Error(`no head of a family: ${head}`);
  const lines = rest.split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => line.replace(/ [^ ]*$/, ''));
  if (new Set(rows).size < rows.length) throw new Error(`${name} has a row twice`);
  return { name, help, type, samples: lines.map((line) => parseSample(line, name, type)) };
}

function parseSample(line: string, family: string, type: string): Family['samples'][number] {
  const { name = '', labels = '', value = '' } = sample.exec(line)?.groups ?? {};
  const allowed = type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${family}${end}`) : [family];
  if (!allowed.includes(name)) throw new Error(`no row of ${family}: ${line}`);
  return { labels: parseLabels(labels), value: Number(value.replace('Inf', 'Infinity')) };
}

function parseLabels(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const { name, value = '' } = label.exec(text)?.groups ?? {};
    if (name === undefined || name in found) throw new Error(`no labels: ${text}`);
    found[name] = value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
  }
  return found;
}
