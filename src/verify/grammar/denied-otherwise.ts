import { isDeed } from './act-words.ts';
import type { Node } from './graph.ts';
import { another, named, of, put, type Told } from './told.ts';

/** Of what is not done by the first, the second is done. */
const OPPOSITE: Readonly<Record<string, string>> = {
  stop: 'continue',
  halt: 'continue',
  cease: 'continue',
  end: 'continue',
  allow: 'deny',
  permit: 'deny',
  let: 'deny',
};
/** Who does the first does not do the second. */
const UNDONE: Readonly<Record<string, readonly string[]>> = {
  continue: ['stop'],
  reject: ['accept'],
  rebuff: ['accept'],
  spurn: ['accept'],
  boycott: ['attend', 'join'],
  skip: ['attend'],
  withhold: ['give', 'provide', 'release'],
  lack: ['have'],
  omit: ['mention', 'include'],
  exclude: ['include'],
  ignore: ['answer', 'heed', 'obey'],
};

/** "did not stop" is "continued", "rejected" is "did not accept". */
export function turned(verb: Node, told: Told): void {
  if (verb.particle !== undefined || verb.kind !== 'act') return;
  const positive = OPPOSITE[verb.unit.lemma];
  if (verb.negated && positive !== undefined) {
    const node = another(verb, told, { unit: named(verb, positive), negated: false });
    // "did not let the team enter": denied it entry
    if (positive === 'deny') {
      if (of(verb, told, /^(xcomp|comp)$/).length === 0) told.nodes.splice(told.nodes.indexOf(node), 1);
      for (const [at, edge] of told.edges.entries())
        if (edge.head === node && /^(xcomp|comp)$/.test(edge.relation))
          told.edges[at] = { ...edge, relation: 'withheld' };
      for (const whom of of(verb, told, /^obj$/)) put(told, { head: node, dependent: whom, relation: 'p:to' });
    }
  }
  if (verb.negated || verb.mood !== undefined) return;
  if (
    /^(refuse|decline)$/.test(verb.unit.lemma) &&
    of(verb, told, /^(xcomp|comp|ing)$/).length === 0 &&
    of(verb, told, /^obj$/).length === 1
  )
    another(verb, told, { unit: named(verb, 'accept'), negated: true });
  for (const lemma of UNDONE[verb.unit.lemma] ?? []) another(verb, told, { unit: named(verb, lemma), negated: true });
}

/** "barred the ships from entering": did not allow the ships to enter. */
export function kept(verb: Node, told: Told): void {
  if (
    !/^(bar|ban|prohibit|forbid|prevent|block|stop)$/.test(verb.unit.lemma) ||
    verb.negated ||
    verb.mood !== undefined
  )
    return;
  const done = of(verb, told, /^p:from$/).filter((node) => node.kind === 'act');
  if (done.length === 0) return;
  const node = another(verb, told, { unit: named(verb, 'allow'), negated: true }, (edge) => edge.relation !== 'p:from');
  for (const act of done) put(told, { head: node, dependent: act, relation: 'xcomp' });
}

/** "left without signing": did not sign before it left. */
export function without(verb: Node, told: Told): void {
  if (!/^(leave|depart|end|adjourn|resign|die|return|finish|conclude|close|expire)$/.test(verb.unit.lemma)) return;
  const undone = of(verb, told, /^p:without$/);
  for (const node of told.nodes)
    if (node.negated && undone.some((one) => one !== node && one.at === node.at && one.unit === node.unit))
      put(told, { head: node, dependent: verb, relation: 'adv:before' });
}

/** "ruled out sending troops": will not send them. */
export function ruledOut(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'rule' || verb.particle !== 'out' || verb.negated || verb.mood !== undefined) return;
  for (const done of of(verb, told, /^(xcomp|ing|obj)$/)) {
    if (done.kind !== 'act' && !isDeed(done.unit)) continue;
    const node = another(
      done,
      told,
      { negated: !done.negated, mood: 'will', aspect: 'bare', telling: true },
      () => true,
    );
    for (const edge of told.edges.filter((one) => one.head === verb && /^(subj|time)$/.test(one.relation)))
      if (edge.relation === 'subj') put(told, { ...edge, head: node });
    for (const edge of [...told.edges]) {
      if (edge.dependent === node && edge.head === verb) told.edges.splice(told.edges.indexOf(edge), 1);
      if (edge.dependent === verb) put(told, { ...edge, dependent: node });
    }
  }
}

/** "denied that it had left": said that it had not left. */
export function denying(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'deny' || verb.negated || verb.mood !== undefined || verb.passive) return;
  const denied = of(verb, told, /^comp$/).filter((node) => node.kind === 'act');
  const [first] = denied;
  if (first === undefined || denied.length !== 1) return;
  const said = another(verb, told, { unit: named(verb, 'say') }, (edge) => edge.relation !== 'comp');
  const node = another(first, told, { negated: !first.negated });
  for (const edge of told.edges.filter((one) => one.dependent === node && one.head === verb))
    told.edges.splice(told.edges.indexOf(edge), 1);
  put(told, { head: said, dependent: node, relation: 'comp' });
}

/** "did not take part": skipped. */
export function missing(verb: Node, told: Told): void {
  const taking = verb.unit.lemma === 'take' && verb.particle === 'part';
  if (!verb.negated || !(taking || /^(attend|participate)$/.test(verb.unit.lemma))) return;
  const skipped = another(verb, told, { unit: named(verb, 'skip'), negated: false, particle: undefined });
  for (const event of of(verb, told, /^p:in$/)) put(told, { head: skipped, dependent: event, relation: 'obj' });
}

const ACHIEVED =
  /^(agree|reach|elect|find|form|meet|win|secure|attend|persuade|approve|pass|produce|prevent|stop|enter|leave)$/;

/** "could not agree": did not. */
export function couldNot(verb: Node, told: Told): void {
  if (!verb.negated || verb.mood !== 'could' || !ACHIEVED.test(verb.unit.lemma)) return;
  if (told.edges.some(({ head, relation }) => head === verb && /^adv:(if|unless|aslong|until)$/.test(relation))) return;
  if (told.nodes.some((node) => node !== verb && node.text === verb.text && node.at === verb.at && node.negated))
    return;
  another(verb, told, { mood: undefined, aspect: 'done' });
}
