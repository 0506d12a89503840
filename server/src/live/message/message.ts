import { uncompressed } from './live-rdata.ts';
import { nameAt, nameOctets, nameText } from './wire-name.ts';

/** Record types that are only in messages, and the class of the Internet. */
const OPT = 41;
export const TSIG = 250,
  AXFR = 252,
  IN = 1;

/** Response codes (RFC 1035 §4.1.1, RFC 6891 §6.1.3). */
export const NOERROR = 0,
  FORMERR = 1,
  SERVFAIL = 2,
  NXDOMAIN = 3,
  NOTIMP = 4,
  REFUSED = 5,
  NOTAUTH = 9,
  BADVERS = 16;

const rcodeNames: Readonly<Record<number, string>> = {
  [NOERROR]: 'NOERROR',
  [FORMERR]: 'FORMERR',
  [SERVFAIL]: 'SERVFAIL',
  [NXDOMAIN]: 'NXDOMAIN',
  [NOTIMP]: 'NOTIMP',
  [REFUSED]: 'REFUSED',
  [NOTAUTH]: 'NOTAUTH',
  [BADVERS]: 'BADVERS',
};
export const rcodeName = (rcode: number): string => rcodeNames[rcode] ?? `RCODE${rcode}`;

/** Octets that an answer may have over UDP (DNS Flag Day 2020). */
const UDP_SIZE = 1232;

/** Header flags (RFC 1035 §4.1.1). */
const QR = 0x8000,
  AA = 0x0400,
  TC = 0x0200,
  RD = 0x0100,
  OPCODE = 0x7800;

const HEADER = 12;

/** A record of a message. */
export interface LiveRecord {
  /** Absolute presentation form, in lower case. */
  readonly owner: string;
  readonly type: number;
  readonly class: number;
  /** Seconds. */
  readonly ttl: number;
  /** In wire form, names uncompressed, case as sent. */
  readonly rdata: Uint8Array;
}

export interface Message {
  readonly id: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly rcode: number;
  readonly question: { readonly name: string; readonly type: number } | undefined;
  readonly answers: readonly LiveRecord[];
  readonly authority: readonly LiveRecord[];
  readonly additional: readonly LiveRecord[];
  /** Where the TSIG record begins, which signs what is before it; undefined without one. */
  readonly tsigAt: number | undefined;
}

export interface Question {
  /** Absolute presentation form. */
  readonly name: string;
  readonly type: number;
  /** Whether a resolver is asked to find the answer, not a server for its own. */
  readonly recursive: boolean;
}

/** A query in wire form, with EDNS or without (RFC 6891); undefined for a name that isn't one. */
export function query(id: number, { name, type, recursive }: Question, edns: boolean): Uint8Array | undefined {
  const owner = nameOctets(name);
  if (owner === undefined) return undefined;
  const octets = [...pair(id), ...pair(recursive ? RD : 0), ...pair(1), 0, 0, 0, 0, ...pair(edns ? 1 : 0)];
  octets.push(...owner, ...pair(type), ...pair(IN));
  if (edns) octets.push(0, ...pair(OPT), ...pair(UDP_SIZE), 0, 0, 0, 0, 0, 0);
  return Uint8Array.from(octets);
}

export const pair = (value: number): readonly [number, number] => [(value >> 8) & 0xff, value & 0xff];

/** Reads a response; undefined for what isn't one, is cut off, or has trailing octets before its end. */
export function readMessage(octets: Uint8Array): Message | undefined {
  if (octets.length < HEADER) return undefined;
  const reader = new MessageReader(octets);
  return reader.message();
}

class MessageReader {
  private readonly octets: Uint8Array;
  private readonly view: DataView;
  private at = HEADER;
  private extendedRcode = 0;
  private tsigAt: number | undefined;

  constructor(octets: Uint8Array) {
    this.octets = octets;
    this.view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  }

  message(): Message | undefined {
    const { view } = this,
      flags = view.getUint16(2),
      counts = [4, 6, 8, 10].map((at) => view.getUint16(at));
    if ((flags & QR) === 0 || (flags & OPCODE) !== 0) return undefined;
    const [questions = 0, ...sections] = counts;
    let question: Message['question'];
    for (let k = 0; k < questions; k++) {
      const name = nameAt(this.octets, this.at);
      if (name === undefined || name.end + 4 > this.octets.length) return undefined;
      question ??= { name: nameText(name.octets), type: view.getUint16(name.end) };
      this.at = name.end + 4;
    }
    const read = sections.map((count) => this.records(count)),
      [answers, authority, additional] = read,
      truncated = (flags & TC) !== 0;
    // What was cut off for want of room need not end with a whole record.
    if (!truncated && read.includes(undefined)) return undefined;
    return {
      id: view.getUint16(0),
      authoritative: (flags & AA) !== 0,
      truncated,
      rcode: (this.extendedRcode << 4) | (flags & 15),
      question,
      answers: answers ?? [],
      authority: authority ?? [],
      additional: additional ?? [],
      tsigAt: this.tsigAt,
    };
  }

  private records(count: number): readonly LiveRecord[] | undefined {
    const records: LiveRecord[] = [];
    for (let k = 0; k < count; k++) {
      const start = this.at,
        name = nameAt(this.octets, start);
      if (name === undefined || name.end + 10 > this.octets.length) return undefined;
      const { view } = this,
        type = view.getUint16(name.end),
        data = name.end + 10,
        end = data + view.getUint16(name.end + 8);
      if (end > this.octets.length) return undefined;
      this.at = end;
      const ttl = view.getUint32(name.end + 4);
      if (type === OPT) {
        this.extendedRcode = ttl >>> 24;
        continue;
      }
      if (type === TSIG) this.tsigAt = start;
      const rdata = uncompressed(this.octets, type, data, end);
      if (rdata === undefined) return undefined;
      // RFC 2181 §8: a TTL with its first bit set counts as none.
      records.push({
        owner: nameText(name.octets),
        type,
        class: view.getUint16(name.end + 2),
        ttl: ttl > 0x7fffffff ? 0 : ttl,
        rdata,
      });
    }
    return records;
  }
}
