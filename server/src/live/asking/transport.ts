/** How a message gets to a server and back: what a host gives, since the core opens no sockets. */

export interface Endpoint {
  /** In presentation form. */
  readonly address: string;
  readonly port: number;
}

/** `refused`: nothing listens there. `unreachable`: no way to that address from here. */
export type TransportFailure = 'timeout' | 'refused' | 'unreachable' | 'closed' | 'too-large';

export interface Transport {
  /** Sends one datagram and waits for the first one that `fits`; others are dropped. */
  udp(
    server: Endpoint,
    message: Uint8Array,
    fits: (answer: Uint8Array) => boolean,
    milliseconds: number,
  ): Promise<Uint8Array | TransportFailure>;
  /** Sends one message over a connection and hands out the messages that come, until `take` says that it is done. `milliseconds`: the longest silence. */
  tcp(
    server: Endpoint,
    message: Uint8Array,
    take: (answer: Uint8Array) => 'more' | 'done',
    limits: { readonly silence: number; readonly octets: number },
  ): Promise<'done' | TransportFailure>;
  /** Milliseconds since 1970. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
  /** A number that others can't guess, below 65536. */
  randomId(): number;
}
