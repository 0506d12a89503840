import type { LookupType, Resolver } from '../../mail/dns/resolver.ts';
import { addressOctets } from '../../text/address.ts';
import type { Found, Recursor } from '../asking/recursor.ts';
import type { LiveRecord } from '../message/message.ts';
import { IN } from '../message/message.ts';
import { nameOctets } from '../message/wire-name.ts';
import { lookupCodes } from './answers.ts';
import type { Outside } from './outside.ts';

const typeOfCode: ReadonlyMap<number, LookupType> = new Map(
  (['A', 'AAAA', 'PTR', 'TLSA'] as const).map((type) => [lookupCodes[type], type]),
);

/** Finds names in zones that are at hand first, and asks resolvers for the others. */
export class LayeredRecursor implements Recursor {
  private readonly recursor: Recursor;
  private readonly isHere: (name: string) => boolean;
  private readonly resolver: Resolver;
  private readonly outside: Outside;

  /** `resolver` answers from the zones, and from `outside` for other names. */
  constructor(recursor: Recursor, isHere: (name: string) => boolean, resolver: Resolver, outside: Outside) {
    this.recursor = recursor;
    this.isHere = isHere;
    this.resolver = resolver;
    this.outside = outside;
  }

  get who(): string {
    return this.recursor.who;
  }

  async find(name: string, code: number): Promise<Found> {
    const type = typeOfCode.get(code);
    if (type === undefined || !this.isHere(name)) return this.recursor.find(name, code);
    const { status, records } = await this.outside.complete(() => this.resolver.lookup(name, type));
    if (status === 'ok')
      return {
        status,
        records: records.map((data) => ({
          owner: name,
          type: code,
          class: IN,
          ttl: 0,
          rdata: rdataOf(data),
        })) satisfies LiveRecord[],
      };
    return status === 'nodata' || status === 'nxdomain'
      ? { status, records: [] }
      : { status: 'failed', records: [], why: `${this.recursor.who} gave no answer` };
  }
}

/** An address, a name or the fields of a TLSA record in wire form. */
function rdataOf(data: ReturnType<Resolver['lookup']>['records'][number]): Uint8Array {
  if (typeof data === 'string') return addressOctets(data) ?? nameOctets(data) ?? new Uint8Array();
  if ('matchingType' in data)
    return Uint8Array.from([
      data.usage,
      data.selector,
      data.matchingType,
      ...(data.data.match(/../g) ?? []).map((pair) => parseInt(pair, 16)),
    ]);
  return new Uint8Array();
}
