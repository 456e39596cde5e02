import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import { checkout } from '../cli/command-line.ts';

/** The code that makes a delivery. */
export const courierCode = readFileSync(join(checkout, 'src/schedule/courier.ts'), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: nodes of any kind
type Node = any;

export interface DeliverySteps {
  /** The names given to `#step`, in the order of the code. */
  readonly names: readonly string[];
  /** Lines of each `await`, and of each promise that is waited for by a callback, that no `#step` is around. */
  readonly unguarded: readonly string[];
}

/**
 * Reads what happens between the steps of a delivery out of its code. Two places need no step: `#step` itself, which
 * waits for the others, and `#hold`, whose renewals run beside the delivery and change nothing but the end of its claim.
 */
export function stepsIn(code: string): DeliverySteps {
  const names: string[] = [];
  const unguarded: string[] = [];
  const tree = parseAst(code, { lang: 'ts' }, 'courier.ts');
  const visit = (node: Node, isGuarded: boolean): void => {
    if (node === null || typeof node !== 'object') return;
    if (isMethod(node, 'step') || isMethod(node, 'hold')) return;
    if (isStep(node)) names.push(node.arguments[0].value);
    if (!isGuarded && waits(node)) unguarded.push(lineOf(code, node.start));
    // in a function within a step the work is not done when the step ends
    const isWithin = isStep(node) || (isGuarded && !isFunction(node));
    for (const child of Object.values(node)) visit(child, isWithin);
  };
  visit(tree, false);
  return { names, unguarded };
}

/** `await this.#step(...)` is how a step is waited for. */
function waits(node: Node): boolean {
  if (node.type === 'AwaitExpression') return !isStep(node.argument);
  if (node.type === 'ForOfStatement') return node.await === true;
  return node.type === 'CallExpression' && ['then', 'catch'].includes(node.callee.property?.name);
}

function isStep({ type, callee, arguments: given }: Node): boolean {
  const isCalled = type === 'CallExpression' && callee.property?.type === 'PrivateIdentifier';
  return isCalled && callee.property.name === 'step' && given[0]?.type === 'Literal';
}

function isMethod({ type, key }: Node, name: string): boolean {
  return type === 'MethodDefinition' && key.type === 'PrivateIdentifier' && key.name === name;
}

function isFunction({ type }: Node): boolean {
  return /Function/.test(type);
}

function lineOf(code: string, start: number): string {
  const line = code.slice(0, start).split('\n').length;
  return `line ${line}: ${code.split('\n')[line - 1]?.trim()}`;
}
