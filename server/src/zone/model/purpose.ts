/** What a zone that holds no ordinary names is for, as its own records tell. Kept and renewed as `Signing` is. */
export interface Purpose {
  /** A catalog of zones (RFC 9432). */
  readonly isCatalog: boolean;
  /** A response policy zone by its name, its triggers or actions that nothing else has. */
  readonly isNamedPolicy: boolean;
  /** Of a network of its own: it has several addresses, and all are ones that the Internet doesn't reach. */
  readonly isInside: boolean;
  /** A stock zone that keeps queries from the Internet: its servers are its own name with loopback addresses, localhost, or those of AS112 (RFC 7534, RFC 7535). */
  readonly isSink: boolean;
  /** Its name or all its addresses are for documentation. */
  readonly isExample: boolean;
}

export const ordinary: Purpose = {
  isCatalog: false,
  isNamedPolicy: false,
  isInside: false,
  isSink: false,
  isExample: false,
};
