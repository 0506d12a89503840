/** How a zone is signed, as its apex tells. Rules ask this of every name, so it is kept where no look-up is needed; when it changes, the findings of all names are made anew. */
export interface Signing {
  /** The apex has an NSEC record. */
  readonly hasNsec: boolean;
  /** The SOA record is signed. */
  readonly hasSignedSoa: boolean;
  /** The keys of the zone as RRSIG records name them, by `keyNumber`; undefined where one of them cannot be read. */
  readonly keys: ReadonlySet<number> | undefined;
  /** The zone has so many records that verifying all its signatures takes long. */
  readonly isLarge: boolean;
}

export const unsigned: Signing = { hasNsec: false, hasSignedSoa: false, keys: new Set(), isLarge: false };

/** A key's tag and algorithm as one number. */
export const keyNumber = (tag: number, algorithm: number): number => tag * 256 + algorithm;
