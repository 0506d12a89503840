/** Mail servers on loopback addresses: `smtp-server` for those that behave, plain sockets for those that don't. */

import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Pair } from './certificates.ts';

/** What is used of the package `smtp-server`. */
interface SmtpServer {
  on(event: 'error', heard: () => void): void;
  listen(port: number, address: string, done: () => void): void;
  close(done: () => void): void;
}
interface SmtpServerOptions {
  readonly name: string;
  readonly authOptional: boolean;
  readonly logger: boolean;
  readonly disabledCommands?: readonly string[];
  readonly key?: string;
  readonly cert?: string;
  readonly onMailFrom: (from: unknown, session: unknown, done: () => void) => void;
}

const load = createRequire(import.meta.url);

/** Why the suites that need a mail server are left out; false where there is one. */
export const withoutSmtpServer: string | false = isInstalled() ? false : 'needs the package smtp-server: npm ci';

function isInstalled(): boolean {
  try {
    load.resolve('smtp-server');
    return true;
  } catch {
    // The reason is what the caller says.
    return false;
  }
}

export interface MailHostOnLoopback {
  /** Commands of SMTP that begin or hold mail, which must never come. */
  readonly mails: () => number;
  stop(): Promise<void>;
}

/** A server that greets with a name; without a certificate it offers no STARTTLS. */
export function startMailHost(
  address: string,
  port: number,
  banner: string,
  pair: Pair | undefined,
): Promise<MailHostOnLoopback> {
  let mails = 0;
  const { SMTPServer } = load('smtp-server') as { readonly SMTPServer: new (options: SmtpServerOptions) => SmtpServer },
    server = new SMTPServer({
      name: banner,
      authOptional: true,
      logger: false,
      ...(pair === undefined ? { disabledCommands: ['STARTTLS'] } : pair),
      onMailFrom: (_, __, callback) => {
        mails++;
        callback();
      },
    });
  server.on('error', () => undefined);
  return new Promise((resolve) => {
    server.listen(port, address, () =>
      resolve({ mails: () => mails, stop: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}

/** A server that does what `serve` does with each connection. */
export function startOddHost(
  address: string,
  port: number,
  serve: (socket: Socket) => void,
): Promise<MailHostOnLoopback> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    serve(socket);
  });
  return new Promise((resolve) => {
    server.listen(port, address, () =>
      resolve({
        mails: () => 0,
        stop: () =>
          new Promise((done) => {
            for (const socket of open) socket.destroy();
            server.close(() => done());
          }),
      }),
    );
  });
}
