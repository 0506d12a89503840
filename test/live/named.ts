/** Real name servers on loopback addresses and one high port: Debian's bind9. */

import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Why the suites that need a name server are left out; false where there is one. Other loopback addresses than 127.0.0.1 are there on Linux without further ado. */
export const withoutNamed: string | false =
  os.platform() !== 'linux'
    ? 'needs loopback addresses as Linux has them'
    : spawnSync('named', ['-v']).error === undefined
      ? false
      : "needs named, from Debian's bind9";

export interface NamedZone {
  /** With the final dot. */
  readonly apex: string;
  /** The file of a primary. */
  readonly text?: string;
  /** Where a secondary transfers from, with the name of the key that signs it. */
  readonly primary?: { readonly server: Named; readonly key: string };
  /** Further statements, such as `allow-transfer { key k; };`. */
  readonly more?: string;
}

export interface Named {
  /** Its own port on 127.0.0.1. */
  readonly ownPort: number;
  /** Changes a zone's file and has it loaded. */
  rewrite(apex: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** A port that is free for UDP and TCP on 127.0.0.1, above those that the system hands out by itself on most machines. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = await new Promise<number>((resolve, reject) => {
      server.on('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const isFree = await new Promise<boolean>((resolve) => {
      const socket = createSocket('udp4');
      socket.on('error', () => resolve(false));
      socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
    });
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}

/** Starts one server, and resolves when it has loaded its zones. BIND listens only on addresses that an interface has, so what comes to the others is relayed to 127.0.0.1. */
export async function startNamed(
  address: string,
  port: number,
  zones: readonly NamedZone[],
  statements = '',
): Promise<Named> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-named-')),
    fileOf = (apex: string): string => path.join(folder, apex === '.' ? 'root' : apex);
  const ownPort = await freePort(),
    relay = await startRelay(address, port, ownPort);
  for (const { apex, text } of zones) if (text !== undefined) writeFileSync(fileOf(apex), text);
  writeFileSync(
    path.join(folder, 'named.conf'),
    [
      'options {',
      `  directory "${folder}"; pid-file none; session-keyfile none; managed-keys-directory "${folder}";`,
      `  listen-on port ${ownPort} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; notify no;`,
      '  dnssec-validation no; allow-transfer { none; }; empty-zones-enable no;',
      '};',
      'controls { };',
      statements,
      ...zones.map(
        ({ apex, primary, more = '' }) =>
          `zone "${apex}" { ${primary === undefined ? 'type primary;' : `type secondary; primaries port ${primary.server.ownPort} { 127.0.0.1 key ${primary.key}; }; masterfile-format text;`} file "${fileOf(apex)}"; ${more} };`,
      ),
    ].join('\n'),
  );
  const child = spawn('named', ['-g', '-n', '1', '-c', path.join(folder, 'named.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = new Log(child);
  try {
    await log.until(/\brunning$/m);
    log.refuse(/^.*zone \S+ not loaded due to errors.*$/m);
    for (const { apex, primary } of zones)
      if (primary !== undefined)
        await log.until(
          new RegExp(
            `zone ${apex.replace(/\.$/, '')}/IN: (?:transferred serial|Transfer started[^]*?(?:failed|refused))`,
          ),
        );
  } catch (error) {
    relay.stop();
    child.kill('SIGKILL');
    throw error;
  }
  return {
    ownPort,
    rewrite: async (apex, text) => {
      writeFileSync(fileOf(apex), text);
      const loaded = log.until(new RegExp(`zone ${apex.replace(/\.$/, '')}/IN: loaded serial`), true);
      child.kill('SIGHUP');
      await loaded;
    },
    stop: () =>
      new Promise((resolve) => {
        relay.stop();
        child.on('close', () => {
          rmSync(folder, { recursive: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

/** Passes on what comes over UDP and TCP to an address. */
async function startRelay(address: string, port: number, to: number): Promise<{ readonly stop: () => void }> {
  const udp = createSocket('udp4'),
    open = new Set<Socket>();
  udp.on('message', (query, from) => {
    const onward = createSocket('udp4'),
      timer = setTimeout(() => onward.close(), 5000);
    onward.on('message', (answer) => {
      clearTimeout(timer);
      onward.close();
      udp.send(answer, from.port, from.address);
    });
    onward.send(query, to, '127.0.0.1');
  });
  const tcp = createServer((inner) => {
    const outer = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => udp.bind(port, address, resolve));
  await new Promise<void>((resolve) => tcp.listen(port, address, resolve));
  return {
    stop: () => {
      udp.close();
      tcp.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** What a server writes, and those who wait for a line of it. */
class Log {
  private text = '';
  private readonly waiting = new Set<() => void>();
  private isOver = false;

  constructor(child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.text += text;
      for (const look of this.waiting) look();
    });
    child.on('close', () => {
      this.isOver = true;
      for (const look of this.waiting) look();
    });
  }

  /** Fails where such a line came. */
  refuse(line: RegExp): void {
    const found = line.exec(this.text);
    if (found !== null) throw new Error(`${found[0]}\n${this.text}`);
  }

  /** `fresh`: only what comes from now on. */
  until(line: RegExp, fresh = false): Promise<void> {
    const from = fresh ? this.text.length : 0;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(new Error(`named never said ${line}:\n${this.text}`)), 15_000);
      const end = (problem?: Error): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        if (problem === undefined) resolve();
        else reject(problem);
      };
      const look = (): void => {
        if (line.test(this.text.slice(from))) end();
        else if (this.isOver) end(new Error(`named ended:\n${this.text}`));
      };
      this.waiting.add(look);
      look();
    });
  }
}
