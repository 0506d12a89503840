/** A conversation with a mail server, as a host gives it, since the core opens no sockets. */

import type { Endpoint } from '../asking/transport.ts';

export interface TlsFacts {
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  /** DNS names of the certificate, as it has them. */
  readonly names: readonly string[];
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Why the chain isn't trusted by this machine, in words, names and dates aside; null where it is. */
  readonly untrusted: string | null;
  /** The server's certificate first, in DER, with its public key. */
  readonly chain: readonly { readonly certificate: Uint8Array; readonly publicKey: Uint8Array }[];
}

export interface Broken {
  /** What happened, as the end of a sentence that begins with the server. */
  readonly broken: string;
}

export const isBroken = (value: object): value is Broken => 'broken' in value;

export interface SmtpConnection {
  /** The address of this side, for EHLO. */
  readonly localAddress: string;
  /** The next line without its end, one character per octet. */
  line(): Promise<{ readonly text: string } | Broken>;
  send(line: string): void;
  /** Goes on over TLS. What the server had sent before in the clear is dropped, and counted. */
  secure(name: string): Promise<TlsFacts | Broken>;
  /** Octets that had come before TLS began though it wasn't their turn. */
  readonly early: number;
  close(): void;
}

export interface SmtpLimits {
  /** Milliseconds for one line, and for the whole conversation. */
  readonly patience: number;
  readonly whole: number;
  /** Octets of one line, and of the whole conversation. */
  readonly line: number;
  readonly octets: number;
}

export const usualSmtpLimits: SmtpLimits = { patience: 10_000, whole: 30_000, line: 2048, octets: 65_536 };

/** Opens conversations. `implicit`: TLS from the beginning, as on port 465, for this name. */
export type SmtpConnect = (
  server: Endpoint,
  limits: SmtpLimits,
  implicit: string | undefined,
) => Promise<{ readonly connection: SmtpConnection; readonly tls: TlsFacts | undefined } | Broken>;
