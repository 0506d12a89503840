/**
 * What a mail provider wants in its customers' zones. In all templates `{domain}` stands for the domain,
 * `{dashed}` for the domain with dashes for dots, and other words in braces for what only the provider's own
 * page tells.
 */
export interface Provider {
  /** Short and lower case; used in settings and snippets. */
  readonly id: string;
  readonly name: string;
  /** Keeps mailboxes, filters mail on its way in, or sends mail for others. */
  readonly roles: readonly ('mailboxes' | 'gateway' | 'sending')[];
  readonly mx: ProviderMx;
  readonly spf: ProviderSpf;
  readonly dkim: ProviderDkim;
  /** What is special about DMARC with it; empty where nothing is. */
  readonly dmarc: string;
  /** The provider's page. */
  readonly source: string;
  /** Where the row was checked against: the page's own words, or records that customers publish. */
  readonly evidence: 'page' | 'published records';
  /** When: ISO 8601. */
  readonly checked: string;
  /** For services that are gone. */
  readonly retired?: { readonly since: string; readonly instead: string };
}

export interface ProviderMx {
  readonly records: readonly { readonly preference: number; readonly exchange: string }[];
  /** Suffixes of its MX hosts, without a leading dot; `=` in front means the whole name, `*` stands for some labels of a whole name. */
  readonly hosts: readonly string[];
  /** One MX record is all that it asks for, since that name has many hosts behind it. */
  readonly single: boolean;
  /** MX hosts that still work but are no longer given out, by suffix, with what to do. */
  readonly legacy?: Readonly<Record<string, string>>;
}

export interface ProviderSpf {
  /** A term of an SPF record; empty where none is needed. */
  readonly term: string;
  /** Domains in `include:`, `a:`, `redirect=` or `exists:` that are the provider's: suffixes, `=` for the whole name. */
  readonly domains: readonly string[];
  /** Why there is no term, or which one to choose. */
  readonly note: string;
  /** Includes that it replaced, with what to write instead. */
  readonly legacy?: Readonly<Record<string, string>>;
}

export interface ProviderDkim {
  /** How the key is published: as an alias to the provider's own, or as text. */
  readonly type: 'CNAME' | 'TXT' | 'none';
  /** Usual selectors; `*` for a part that differs from customer to customer. */
  readonly selectors: readonly string[];
  /** Target of the alias, with `{selector}`, or `{number}` for the digits at its end. */
  readonly target: string;
  /** Suffixes of the targets. */
  readonly targets: readonly string[];
}
