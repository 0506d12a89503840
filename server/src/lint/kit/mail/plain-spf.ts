import { ownLookups } from '../../../mail/spf/limits.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { QUOTE, SPACE } from '../../../text/octets.ts';

/** What a plain record asks for, and what might be said of it: bits of `PlainSpf.facts`. */
export const OWN_ADDRESS = 1,
  OWN_MX = 2,
  PRIVATE_ADDRESS = 4,
  HOST_BITS = 8,
  REFUSES_OTHERS = 16;

const MOST = 10;

/**
 * An SPF record in the form that nearly all have: one quoted string of `a`, `mx`, `ip4:` and `include:` without repetitions, then `-all` or `~all`. About such a record there is
 * nothing to say but what `facts` tells, and what the included names lead to; everything else is for the parser. One walk over the bytes, and nothing is made.
 */
export class PlainSpf {
  facts = 0;
  /** How many terms ask the DNS (RFC 7208 §4.6.4). */
  lookups = 0;
  includes = 0;
  /** Where the included names are, bytes in the chunk: start and end by turns. */
  readonly names = new Int32Array(2 * MOST);
  private readonly networks = new Uint32Array(MOST);
  private readonly prefixes = new Uint8Array(MOST);
  private networkCount = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;

  /** Whether the record is plain. */
  read(zone: Zone, record: RecordId): boolean {
    const { bytes } = zone.blockOf(record).chunk;
    this.facts = this.lookups = this.includes = this.networkCount = 0;
    this.bytes = bytes;
    this.at = zone.records.offset[record]!;
    if (!this.version()) return false;
    for (;;) {
      if (bytes[this.at] !== SPACE) return false;
      this.at++;
      const c = bytes[this.at];
      if (c === 45) this.facts |= REFUSES_OTHERS;
      if (c === 45 || c === 126) return this.all() && this.endOfLine();
      if (!this.term(c)) return false;
    }
  }

  /** The first quoted string of the line begins with `v=spf1`. */
  private version(): boolean {
    const { bytes } = this;
    let i = this.at;
    for (; i < bytes.length && bytes[i] !== QUOTE; i++) {
      const c = bytes[i]!;
      if (c === 10 || c === 59 || c === 92 || c === 40) return false;
    }
    this.at = i + 1;
    return this.word('v=spf1');
  }

  private word(text: string): boolean {
    const { bytes, at } = this;
    for (let k = 0; k < text.length; k++) if (bytes[at + k] !== text.charCodeAt(k)) return false;
    this.at += text.length;
    return true;
  }

  private all(): boolean {
    this.at++;
    return this.word('all"');
  }

  private term(c: number | undefined): boolean {
    if (c === 97) {
      this.at++;
      return this.once(OWN_ADDRESS);
    }
    if (c === 109) return this.word('mx') && this.once(OWN_MX);
    return c === 105 && (this.bytes[this.at + 1] === 112 ? this.network() : this.include());
  }

  private once(fact: number): boolean {
    if ((this.facts & fact) !== 0) return false;
    this.facts |= fact;
    this.lookups += ownLookups[fact === OWN_MX ? 'mx' : 'a'];
    return true;
  }

  private include(): boolean {
    if (!this.word('include:') || this.includes === MOST) return false;
    const { bytes } = this,
      start = this.at;
    let dots = 0,
      label = 0,
      letters = 0;
    for (; ; this.at++) {
      const c = bytes[this.at]!;
      if (c === 46) {
        if (label === 0 || label > 63) return false;
        dots++;
        label = letters = 0;
        continue;
      }
      const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
      if (!letter && !(c >= 48 && c <= 57) && c !== 45 && c !== 95) break;
      label++;
      if (letter) letters++;
      else if (c === 95) letters = -64;
    }
    if (dots === 0 || label === 0 || label > 63 || letters <= 0 || bytes[this.at - 1] === 45 || this.at - start > 240)
      return false;
    for (let k = 0; k < this.includes; k++)
      if (this.isSame(this.names[2 * k]!, this.names[2 * k + 1]!, start)) return false;
    this.names[2 * this.includes] = start;
    this.names[2 * this.includes + 1] = this.at;
    this.includes++;
    this.lookups += ownLookups.include;
    return true;
  }

  private isSame(start: number, end: number, other: number): boolean {
    if (end - start !== this.at - other) return false;
    for (let k = 0; k < end - start; k++)
      if ((this.bytes[start + k]! | 32) !== (this.bytes[other + k]! | 32)) return false;
    return true;
  }

  private network(): boolean {
    if (!this.word('ip4:') || this.networkCount === MOST) return false;
    let address = 0,
      prefix = 32;
    for (let k = 0; k < 4; k++) {
      if (k > 0 && this.bytes[this.at++] !== 46) return false;
      const octet = this.number(255);
      if (octet < 0) return false;
      address = ((address << 8) | octet) >>> 0;
    }
    if (this.bytes[this.at] === 47) {
      this.at++;
      prefix = this.number(32);
    }
    // Large networks and those that hold others are left to the parser.
    if (prefix < 9 || !this.isOrdinary(address, prefix)) return false;
    for (let k = 0; k < this.networkCount; k++)
      if (samePrefix(address, this.networks[k]!, Math.min(prefix, this.prefixes[k]!))) return false;
    this.networks[this.networkCount] = address;
    this.prefixes[this.networkCount++] = prefix;
    return true;
  }

  /** A decimal number without leading zeros (RFC 7208 §12, `qnum`), or -1. */
  private number(most: number): number {
    const { bytes } = this,
      start = this.at;
    let value = 0;
    for (; this.at < start + 3; this.at++) {
      const c = bytes[this.at]!;
      if (c < 48 || c > 57) break;
      value = value * 10 + c - 48;
    }
    const length = this.at - start;
    return length === 0 || value > most || (length > 1 && bytes[start] === 48) ? -1 : value;
  }

  /** Whether the address is of a block that mail comes from, or a private one; notes private ones and bits behind the prefix. */
  private isOrdinary(address: number, prefix: number): boolean {
    const first = address >>> 24,
      second = (address >>> 16) & 255;
    if (first === 0 || first === 127 || first >= 224) return false;
    if (
      (first === 100 && second >= 64 && second < 128) ||
      (first === 169 && second === 254) ||
      (first === 198 && (second & 254) === 18)
    )
      return false;
    if (first === 10 || (first === 172 && second >> 4 === 1) || (first === 192 && second === 168))
      this.facts |= PRIVATE_ADDRESS;
    if (prefix < 32 && address << prefix !== 0) this.facts |= HOST_BITS;
    return true;
  }

  /** Nothing but a comment follows. */
  private endOfLine(): boolean {
    const { bytes } = this;
    for (let i = this.at; i < bytes.length; i++) {
      const c = bytes[i]!;
      if (c === 10 || c === 59) return true;
      if (c !== 32 && c !== 9 && c !== 13) return false;
    }
    return true;
  }
}

function samePrefix(a: number, b: number, bits: number): boolean {
  return (a ^ b) >>> (32 - bits) === 0;
}
