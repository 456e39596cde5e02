/** The part of the DOM that pages are read with; linkedom's elements satisfy it. */
export interface PageNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  remove(): void;
}

/** A document as far as it is read. */
export type Page = Pick<PageElement, 'querySelector' | 'querySelectorAll'> & {
  readonly documentElement: PageElement | null;
};

/** Text of an element on one line; undefined where there is none. */
export function lineOf(element: PageNode | null | undefined): string | undefined {
  const line = element?.textContent?.replace(/\s+/gu, ' ').trim();
  return line === undefined || line === '' ? undefined : line;
}

/** The classes and the id of an element, as written, with a space around each. */
export function namesOf(element: PageElement): string {
  return ` ${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} `;
}

/** Text of an element on one line, with a space between the elements in it. */
export function wordsOf(node: PageNode): string {
  const parts: string[] = [];
  const collect = (one: PageNode): void => {
    if (one.nodeType === 3) parts.push(one.textContent ?? '');
    for (const child of one.childNodes) collect(child);
  };
  collect(node);
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}
