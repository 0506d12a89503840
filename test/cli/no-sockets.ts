/** Loaded before the program: whatever opens a socket or asks for a name ends it with status 99. */

import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = (what: string) => (): never => {
  process.stderr.write(`opened a socket: ${what}\n`);
  process.exit(99);
};

net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('datagram');
Object.assign(dns, { lookup: refuse('lookup') });
syncBuiltinESMExports();
