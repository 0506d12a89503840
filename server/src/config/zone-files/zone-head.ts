import { absoluteName, lowerCase } from './zone-name.ts';

/** How far a `; zone:` or `; zonewright:` comment may stand from the top. */
const COMMENT_LINES = 30;
/** Enough to know which domain a file speaks of. */
const MOST_NAMES = 5000;

/** What the beginning of a zone file says about which zone it is. */
export interface ZoneHead {
  /** The apex in a `; zone: example.com` comment. */
  readonly zoneComment: string | undefined;
  /** What a `; zonewright: internal` or `; zonewright: external` comment says. */
  readonly internal: boolean | undefined;
  /** The SOA record's owner name as written; `@` where it has none of its own. */
  readonly soaOwner: string | undefined;
  /** The origin at the SOA record, absolute, where an `$ORIGIN` before it says so. */
  readonly origin: string | undefined;
  /** The domain in a comment of an exporter, such as Cloudflare's `;; Domain: example.com` or Windows's `; Database file example.com.dns for example.com zone.` */
  readonly domainComment: string | undefined;
  /** Absolute names in directives and records, lower case. */
  readonly names: readonly string[];
  /** Absolute owners of the records other than the SOA, in the order of the text, each as often as it is written. */
  readonly owners: readonly string[];
  /** Whether the records are mostly PTR records. */
  readonly isReverse: boolean;
  /** Whether it has more addresses and mail exchanges than PTR records: a word such as `rev` in the file's name is a part of the zone's name then. */
  readonly isForward: boolean;
  /** How many labels the relative owners of PTR records have, where all of them are numbers and have as many. */
  readonly ptrLabels: number | undefined;
}

/**
 * Reads the first ~64 KB of a zone file only so far that the SOA record's owner is known. Text that is no zone gives a head of nothing.
 * Positions don't matter here and nothing is reported: that is the reader's work.
 */
export function readZoneHead(text: string): ZoneHead {
  const head = new HeadReader();
  for (const line of text.split(/\r\n|\r|\n/)) head.line(line);
  return head.end();
}

/** Whether some absolute name of the head is the apex or below it. */
export function mentions({ names }: ZoneHead, apex: string): boolean {
  return names.some((name) => name === apex || name.endsWith(`.${apex}`));
}

/** White space parts tokens; `"…"` is one, `;` begins a comment, parentheses join lines (RFC 1035 §5.1). */
const tokenShape = /"(?:[^"\\]|\\.)*"?|[()]|;.*|(?:[^\s()";\\]|\\.)+|\\/g;
const ttlShape = /^\d[\dsmhdw]*$/i;

class HeadReader {
  private lines = 0;
  private depth = 0;
  private entry: string[] = [];
  private indented = false;
  private zoneComment: string | undefined;
  private internal: boolean | undefined;
  private owner: string | undefined;
  private soa: { readonly owner: string; readonly origin: string | undefined } | undefined;
  private domainComment: string | undefined;
  private running: string | undefined;
  private readonly names: string[] = [];
  private readonly owners: string[] = [];
  private pointers = 0;
  private others = 0;
  private hosts = 0;
  private readonly ptrDepths = new Set<number>();

  line(line: string): void {
    this.lines++;
    if (this.depth === 0) this.indented = /^[ \t]/.test(line);
    for (const [token] of line.matchAll(tokenShape)) {
      if (token.startsWith(';')) this.comment(token);
      else if (token === '(') this.depth++;
      else if (token === ')') this.depth = Math.max(0, this.depth - 1);
      else {
        if (this.names.length < MOST_NAMES && token.length > 2 && token.endsWith('.') && !token.startsWith('"'))
          this.names.push(lowerCase(token));
        this.entry.push(token);
      }
    }
    if (this.depth === 0) this.finish();
  }

  end(): ZoneHead {
    this.finish();
    return {
      zoneComment: this.zoneComment,
      internal: this.internal,
      soaOwner: this.soa?.owner,
      origin: this.soa?.origin,
      domainComment: this.domainComment,
      names: this.names,
      owners: this.owners,
      isReverse: this.pointers > this.others,
      isForward: this.hosts > this.pointers,
      ptrLabels: this.ptrDepths.size === 1 ? [...this.ptrDepths][0] : undefined,
    };
  }

  private comment(text: string): void {
    if (this.lines > COMMENT_LINES) return;
    const zone = /^;+[ \t]*zone:[ \t]*(\S+)[ \t]*$/i.exec(text)?.[1];
    // "; zone: internal" is a remark; a name has a dot.
    if (zone?.includes('.')) this.zoneComment ??= absoluteName(zone);
    const domain = domainComments.map((shape) => shape.exec(text)?.[1]).find((found) => found?.includes('.'));
    if (domain !== undefined) this.domainComment ??= absoluteName(domain);
    const word = /^;+[ \t]*zonewright:[ \t]*(internal|external|public)\b/i.exec(text)?.[1]?.toLowerCase();
    if (word !== undefined) this.internal ??= word === 'internal';
  }

  /** What a record's owner and type say about the zone as a whole. */
  private count(type: string): void {
    const owner = this.owner ?? '@',
      absolute = completed(owner, this.running);
    if (absolute !== undefined && this.owners.length < MOST_NAMES) this.owners.push(absolute);
    if (type === 'PTR') {
      this.pointers++;
      if (/^[0-9a-f](?:[0-9a-f.]*[0-9a-f])?$/i.test(owner)) this.ptrDepths.add(owner.split('.').length);
    } else if (type !== 'NS' && type !== 'TXT') this.others++;
    if (type === 'A' || type === 'AAAA' || type === 'MX') this.hosts++;
  }

  private finish(): void {
    const [first, ...rest] = this.entry;
    this.entry = [];
    if (first === undefined) return;
    if (first.startsWith('$')) {
      if (first.toUpperCase() === '$ORIGIN' && rest[0] !== undefined) this.running = completed(rest[0], this.running);
      return;
    }
    const fields = this.indented ? [first, ...rest] : rest;
    if (!this.indented) this.owner = first;
    const type = typeOf(fields);
    if (type === 'SOA') this.soa ??= { owner: this.owner ?? '@', origin: this.running };
    else if (type !== undefined && commonTypes.has(type)) this.count(type);
  }
}

/** What exporters and servers write about the file they made. */
const domainComments = [
  /^;+[ \t]*(?:domain|zone)(?: name)?:[ \t]*(\S+)[ \t]*$/i,
  /^;+[ \t]*database file \S+ for (\S+) zone\.?[ \t]*$/i,
  /^;+[ \t]*(?:zone|bind data|data) file (?:for|of) (?:the )?(?:zone |domain )?"?([\w.-]+\.[\w-]+)"?\.?[ \t]*$/i,
];

const commonTypes: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SRV', 'TXT']);

/** A name made absolute with the origin; undefined where that isn't known or the name is bad. */
export function completed(name: string, origin: string | undefined): string | undefined {
  if (name === '@') return origin;
  if (name.endsWith('.')) return absoluteName(name);
  if (origin === undefined) return undefined;
  return absoluteName(origin === '.' ? `${name}.` : `${name}.${origin}`);
}

/** The type among the fields after the owner: behind a TTL and a class in either order, and behind the age that Windows writes. */
export function typeOf(fields: readonly string[]): string | undefined {
  return fields
    .find((field) => !ttlShape.test(field) && !/^(?:IN|CH|HS|\[(?:AGE|Aging):\d+\])$/i.test(field))
    ?.toUpperCase();
}
