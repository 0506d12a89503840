/** How a zone is signed, as its apex tells. Rules ask this of every name, so it is kept where no look-up is needed; when it changes, the findings of all names are made anew. */
export interface Signing {
  /** The SOA record has a signature, or the zone has keys, other signatures and proofs of what is not there. */
  readonly isSigned: boolean;
  /** What proves that a name is not there; `none` is wrong in a signed zone. NSEC shows at the apex, or by another name where a signed zone has it there only; NSEC3 by NSEC3PARAM. */
  readonly proof: 'nsec' | 'nsec3' | 'none';
  /** The keys of the zone as RRSIG records name them, by `keyNumber`; undefined where one of them cannot be read. */
  readonly keys: ReadonlySet<number> | undefined;
  /** Keys by which records at the apex are signed, whether the zone has them or not. */
  readonly signers: ReadonlySet<number>;
  /** Algorithms of keys by which the SOA record is signed. */
  readonly algorithms: ReadonlySet<number>;
  /** The zone has so many records that verifying all its signatures takes long. */
  readonly isLarge: boolean;
}

export const unsigned: Signing = {
  isSigned: false,
  proof: 'none',
  keys: new Set(),
  signers: new Set(),
  algorithms: new Set(),
  isLarge: false,
};

/** A key's tag and algorithm as one number. */
export const keyNumber = (tag: number, algorithm: number): number => tag * 256 + algorithm;
