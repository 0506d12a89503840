/** A record that a wizard or a quick fix proposes. */
export interface PlannedRecord {
  /** Relative to the domain that the plan is for; `@` for the domain itself. */
  readonly owner: string;
  readonly type: string;
  /** In presentation format on one line; names are absolute, or relative to the same domain. */
  readonly rdata: string;
  /** Why it is there, in a few words; for a comment behind the record. */
  readonly comment: string;
  /** Words in braces that only the provider's own page tells, such as `{account}`. */
  readonly open?: readonly string[];
  /** Whether it takes the place of the record of its kind that is there already. */
  readonly replaces?: boolean;
}

/** What makes a name complete that neither sends nor takes mail: RFC 7505 §3, RFC 7208 §10.1.2, RFC 9989 §4.7. */
export const noMailRecords = {
  mx: { owner: '@', type: 'MX', rdata: '0 .', comment: 'receives no mail' },
  spf: { owner: '@', type: 'TXT', rdata: '"v=spf1 -all"', comment: 'sends no mail' },
  dmarc: { owner: '_dmarc', type: 'TXT', rdata: '"v=DMARC1; p=reject"', comment: 'refuse mail in its name' },
} as const satisfies Readonly<Record<string, PlannedRecord>>;
