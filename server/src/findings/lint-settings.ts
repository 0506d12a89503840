/** Whether a signature over some data is by a key; undefined where that cannot be told, as with an algorithm that is not known. `key`: the public key field of a DNSKEY record. */
export type VerifySignature = (
  algorithm: number,
  key: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
) => boolean | undefined;

/** One mail host as `zonewright.mail.hosts` names it. */
export interface MailHost {
  /** Absolute or relative name of the host, without final dot. */
  readonly host: string;
  /** The name in its SMTP banner and HELO. */
  readonly banner?: string;
  /** Names in its STARTTLS certificate. */
  readonly certificateNames?: readonly string[];
  /** Public addresses from which it sends. */
  readonly sendingAddresses?: readonly string[] | undefined;
  /** The day on which the server was asked for this, such as `2026-01-31`. */
  readonly asked?: string;
}

export interface LintSettings {
  readonly profile: 'recommended' | 'strict' | 'all' | 'bind';
  /** Severity by code; `off` silences. */
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly mailHosts: readonly MailHost[];
  /** The zone is an internal one (split DNS): private addresses are right there. */
  readonly internal: boolean;
  /** Seconds since 1970-01-01, to know which signatures have expired; undefined where that is not to be judged. */
  readonly now?: number;
  /** Verifies signatures of DNSSEC; undefined where the host cannot. */
  readonly verify?: VerifySignature;
}

export const defaultSettings: LintSettings = {
  profile: 'recommended',
  severities: {},
  options: {},
  mailHosts: [],
  internal: false,
};
