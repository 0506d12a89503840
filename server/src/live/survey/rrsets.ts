import { loadZone } from '../../zone/format/compiled-zone.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { cutAbove } from '../../zone/model/lookup.ts';
import { DS, NSEC } from '../../zone/rrtypes/codes.ts';
import { typeOf, printRdata } from '../../zone/rrtypes/registry/registry.ts';
import { comparableRdata } from '../message/live-rdata.ts';
import { IN } from '../message/message.ts';
import type { LiveRecord } from '../message/message.ts';

/** An RRset that can be compared: its rdata by their comparable octets, each in canonical presentation form. */
export interface ComparedRrset {
  /** Absolute, in lower case. */
  readonly owner: string;
  readonly type: number;
  /** Seconds. */
  readonly ttl: number;
  readonly rdata: ReadonlyMap<string, ComparedRdata>;
}

export interface ComparedRdata {
  readonly text: string;
  readonly octets: Uint8Array;
}

/** RRsets by `rrsetKey`. */
export type Rrsets = ReadonlyMap<string, ComparedRrset>;

export const rrsetKey = (owner: string, type: number): string => `${type} ${owner}`;

function compared(type: number, octets: Uint8Array): readonly [string, ComparedRdata] {
  return [
    String.fromCharCode(...comparableRdata(type, octets)),
    { text: printRdata(type, octets), octets: octets.slice() },
  ];
}

/** What a zone's file says. Records below zone cuts are apart: a server gives them as glue only. */
export function rrsetsOfZone(zone: Zone): { readonly own: Rrsets; readonly glue: Rrsets } {
  const own = new Map<string, ComparedRrset>(),
    glue = new Map<string, ComparedRrset>();
  loadZone(zone, ({ owner, type, ttl, rdata }) => {
    const name = zone.names.intern(owner),
      cut = cutAbove(zone, name),
      isOwn = cut < 0 || (cut === name && (type === DS || type === NSEC));
    const key = rrsetKey(owner, type),
      into = isOwn ? own : glue,
      known = into.get(key)?.rdata ?? [];
    into.set(key, {
      owner,
      type,
      ttl,
      rdata: new Map([...known, ...rdata.map((octets) => compared(type, octets))]),
    });
  });
  return { own, glue };
}

/** The records of an answer as RRsets. */
export function rrsetsOfRecords(records: readonly LiveRecord[]): Rrsets {
  const found = new Map<string, { owner: string; type: number; ttl: number; rdata: Map<string, ComparedRdata> }>();
  for (const { owner, type, ttl, rdata, class: recordClass } of records) {
    if (recordClass !== IN) continue;
    const key = rrsetKey(owner, type);
    let rrset = found.get(key);
    if (rrset === undefined) found.set(key, (rrset = { owner, type, ttl, rdata: new Map() }));
    rrset.rdata.set(...compared(type, rdata));
  }
  return found;
}

export const textsOf = (rrset: ComparedRrset | undefined): readonly string[] =>
  [...(rrset?.rdata.values() ?? [])].map(({ text }) => text);

export const mnemonicOf = (type: number): string => typeOf(type).mnemonic;
