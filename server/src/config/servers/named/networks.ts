import { blockOf, operands, type Block, type Statement } from './statements.ts';

/** Addresses that never come from the Internet: RFC 1918, RFC 6598, loopback, link-local, unique local (RFC 4193). */
const privateNetwork =
  /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(?:\.|\/|$)|^(?:::1|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;
const DEEPEST_LIST = 8;

/**
 * Whether an address match list such as that of `match-clients` lets in private networks only.
 * @param acls the `acl` statements, by name
 */
export function isPrivateList(list: Block, acls: ReadonlyMap<string, Statement>, depth = 0): boolean {
  if (depth > DEEPEST_LIST) return false;
  let admits = false;
  for (const element of list.statements) {
    const nested = blockOf(element),
      first = element.items[0];
    if (first === undefined) continue;
    if (first.kind !== 'block' && first.text.startsWith('!')) continue;
    if (nested !== undefined) {
      if (!isPrivateList(nested, acls, depth + 1)) return false;
    } else if (first.kind === 'block' || !isPrivateElement(first.text, acls, depth)) return false;
    admits = true;
  }
  return admits;
}

function isPrivateElement(element: string, acls: ReadonlyMap<string, Statement>, depth: number): boolean {
  const name = element.toLowerCase();
  if (name === 'localhost' || name === 'localnets') return true;
  const acl = acls.get(name),
    block = acl === undefined ? undefined : blockOf(acl);
  if (block !== undefined) return isPrivateList(block, acls, depth + 1);
  return privateNetwork.test(element);
}

/** The `acl` statements by their names, in lower case. */
export function aclsByName(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  return new Map(statements.map((statement) => [operands(statement)[0]?.text.toLowerCase() ?? '', statement]));
}
