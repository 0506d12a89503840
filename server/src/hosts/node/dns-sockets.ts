import { createSocket } from 'node:dgram';
import { randomInt } from 'node:crypto';
import { getServers } from 'node:dns';
import { connect, isIPv6 } from 'node:net';
import { addressOctets } from '../../text/address.ts';
import type { Endpoint, Transport, TransportFailure } from '../../live/asking/transport.ts';

/** Datagrams that don't fit the question are dropped; after so many something is wrong. */
const MOST_STRAYS = 64;

/** Octets of the length before each message over TCP (RFC 1035 §4.2.2). */
const PREFIX = 2;

function failureOf(error: NodeJS.ErrnoException): TransportFailure {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'closed';
    default:
      return 'unreachable';
  }
}

/** Sockets of Node. The port of a datagram is chosen by the system for each query, and only the asked server's answers are taken (RFC 5452). */
export const nodeTransport: Transport = {
  udp: ({ address, port }, message, fits, milliseconds) =>
    new Promise((resolve) => {
      const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
      let strays = 0,
        isDone = false;
      const end = (outcome: Uint8Array | TransportFailure): void => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        socket.close();
        resolve(outcome);
      };
      const timer = setTimeout(() => end('timeout'), milliseconds);
      socket.on('error', (error) => end(failureOf(error)));
      socket.on('message', (received) => {
        const answer = new Uint8Array(received);
        if (fits(answer)) end(answer);
        else if (++strays > MOST_STRAYS) end('timeout');
      });
      socket.connect(port, address, (...problem: readonly unknown[]) => {
        const [error] = problem;
        if (error instanceof Error) return end(failureOf(error));
        if (isDone) return;
        socket.send(message, (failure) => {
          if (failure !== null) end(failureOf(failure));
        });
      });
    }),
  tcp: ({ address, port }, message, take, { silence, octets }) =>
    new Promise((resolve) => {
      const socket = connect({ host: address, port });
      let waiting: Buffer[] = [],
        gathered = 0,
        wanted = PREFIX,
        total = 0,
        isDone = false;
      const end = (outcome: 'done' | TransportFailure): void => {
        if (isDone) return;
        isDone = true;
        socket.destroy();
        resolve(outcome);
      };
      socket.setTimeout(silence, () => end('timeout'));
      socket.on('error', (error) => end(failureOf(error)));
      socket.on('close', () => end('closed'));
      socket.on('connect', () => {
        const prefix = Buffer.alloc(PREFIX);
        prefix.writeUInt16BE(message.length);
        socket.write(Buffer.concat([prefix, message]));
      });
      socket.on('data', (chunk) => {
        total += chunk.length;
        if (total > octets) return end('too-large');
        waiting.push(chunk);
        gathered += chunk.length;
        if (gathered < wanted) return;
        let rest = Buffer.concat(waiting);
        while (!isDone && rest.length >= PREFIX) {
          wanted = PREFIX + rest.readUInt16BE(0);
          if (rest.length < wanted) break;
          // A Buffer's `slice` is a view; the core counts on a copy.
          if (take(new Uint8Array(rest.subarray(PREFIX, wanted))) === 'done') end('done');
          rest = rest.subarray(wanted);
          wanted = PREFIX;
        }
        waiting = [rest];
        gathered = rest.length;
      });
    }),
  now: () => Date.now(),
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  randomId: () => randomInt(65536),
};

/** The resolvers that this machine is set up with. */
export function systemResolvers(): readonly Endpoint[] {
  return getServers().flatMap((written) => endpointOf(written) ?? []);
}

const DNS_PORT = 53;

/** An address, perhaps with a port, as people write it: `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`. */
export function endpointOf(written: string, port = DNS_PORT): Endpoint | undefined {
  const [, bracketed, plain, digits] =
      /^(?:\[([0-9a-f:.]+)\]|([0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*))(?::(\d{1,5}))?$/i.exec(written) ?? [],
    address = bracketed ?? plain,
    number = digits === undefined ? port : Number(digits);
  if (address === undefined || number < 1 || number > 65535) return undefined;
  return addressOctets(address) === undefined ? undefined : { address, port: number };
}
