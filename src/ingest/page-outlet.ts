import { type Node, nameOf } from './json-ld.ts';
import { folded } from './lines.ts';

const LONGEST = 60;
const PARTS = /\s+[|•·–—-]+\s+/u;
const SITE = /(?:^|\/)(?:WebSite|NewsMediaOrganization)$/u;

/**
 * The outlet that a page names: its site's name, its article's publisher, the site that its JSON-LD describes. Of
 * a name with a motto the part that the host bears is taken, else the first.
 */
export function outletOf(
  metas: ReadonlyMap<string, string>,
  article: Node | undefined,
  nodes: readonly Node[],
  address: string | undefined,
): string | undefined {
  const sites = nodes.filter((node) => [node['@type']].flat().some((type) => SITE.test(String(type))));
  const names = [
    nameOf(metas.get('og:site_name')),
    nameOf(article?.['publisher'], nodes),
    nameOf(metas.get('application-name')),
    ...sites.map((node) => nameOf(node['name'])),
    nameOf(metas.get('dc.publisher')),
    nameOf(metas.get('publisher')),
  ];
  const name = names.find((one) => one !== undefined);
  return name === undefined ? undefined : withoutMotto(name, hostOf(address));
}

/** The host of an address without what all share: what an outlet is called that names itself nowhere. */
export function hostOf(address: string | undefined): string | undefined {
  return URL.parse(address ?? '')?.hostname.replace(/^(?:www\d?|m|amp)\./u, '') || undefined;
}

function withoutMotto(name: string, host = ''): string {
  const parts = name.split(PARTS);
  if (parts.length < 2 || (name.length <= LONGEST && !/[|•]/u.test(name))) return name;
  const letters = host.replace(/\.[^.]+$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
  const borne = (part: string): boolean =>
    folded(part)
      .split(' ')
      .some((word) => word.length > 2 && letters.includes(word));
  return (
    parts.find((part) => letters !== '' && folded(part).replaceAll(' ', '') === letters) ??
    parts.find(borne) ??
    parts[0] ??
    name
  );
}
