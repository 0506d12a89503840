import { X509Certificate } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { Broken, SmtpConnect, SmtpConnection, SmtpLimits, TlsFacts } from '../../live/smtp/connection.ts';

/** Certificates of a chain that are kept. */
const MOST_CERTIFICATES = 10;

const LF = 10;

/** Opens conversations over sockets of Node. `ca`: certificates in PEM that are trusted instead of this machine's. */
export function smtpConnect(ca: string | undefined): SmtpConnect {
  return async (server, limits, implicit) => {
    const deadline = Date.now() + limits.whole,
      socket = connect({ host: server.address, port: server.port }),
      broken = await arrival(socket, 'connect', limits.patience);
    if (broken !== undefined) {
      socket.destroy();
      return { broken };
    }
    const conversation = new Conversation(socket, limits, deadline, ca);
    if (implicit === undefined) return { connection: conversation, tls: undefined };
    const tls = await conversation.secure(implicit);
    if ('broken' in tls) {
      conversation.close();
      return tls;
    }
    return { connection: conversation, tls };
  };
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'accepts no connections on that port',
  ECONNRESET: 'closed the connection',
  EPIPE: 'closed the connection',
  ETIMEDOUT: "didn't answer",
  EHOSTUNREACH: "can't be reached from this machine",
  ENETUNREACH: "can't be reached from this machine",
};
const reasonOf = (error: NodeJS.ErrnoException): string => reasons[error.code ?? ''] ?? `failed: ${error.message}`;

/** Waits for an event of a socket; why it didn't come. */
function arrival(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  milliseconds: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (broken?: string): void => {
      clearTimeout(timer);
      resolve(broken);
    };
    const timer = setTimeout(() => end("didn't answer"), milliseconds);
    socket.once(event, () => end());
    socket.on('error', (error) => end(reasonOf(error)));
    socket.once('close', () => end('closed the connection'));
  });
}

class Conversation implements SmtpConnection {
  early = 0;
  private readonly limits: SmtpLimits;
  /** Milliseconds since 1970 at which everything ends. */
  private readonly deadline: number;
  private readonly ca: string | undefined;
  private readonly plain: Socket;
  private socket: Socket;
  private waiting: Buffer = Buffer.alloc(0);
  private total = 0;
  private trouble: string | undefined;
  private wake: () => void = () => undefined;

  constructor(socket: Socket, limits: SmtpLimits, deadline: number, ca: string | undefined) {
    this.plain = this.socket = socket;
    this.limits = limits;
    this.deadline = deadline;
    this.ca = ca;
    this.listen();
  }

  get localAddress(): string {
    return this.plain.localAddress ?? '127.0.0.1';
  }

  private readonly take = (chunk: Buffer): void => {
    this.total += chunk.length;
    if (this.total > this.limits.octets) this.fail('sends more than is read');
    else this.waiting = Buffer.concat([this.waiting, chunk]);
    this.wake();
  };

  private fail(why: string): void {
    this.trouble ??= why;
    this.wake();
  }

  private listen(): void {
    const { socket } = this;
    socket.on('data', this.take);
    socket.on('error', (error) => this.fail(reasonOf(error)));
    socket.on('close', () => this.fail('closed the connection'));
  }

  async line(): Promise<{ readonly text: string } | Broken> {
    const until = Math.min(this.deadline, Date.now() + this.limits.patience);
    for (;;) {
      const end = this.waiting.indexOf(LF);
      if (end > this.limits.line || (end < 0 && this.waiting.length > this.limits.line))
        return { broken: 'sends a line that is too long' };
      if (end >= 0) {
        const text = this.waiting.subarray(0, end).toString('latin1').replace(/\r$/, '');
        this.waiting = this.waiting.subarray(end + 1);
        return { text };
      }
      if (this.trouble !== undefined) return { broken: this.trouble };
      const left = until - Date.now();
      if (left <= 0) return { broken: this.total === 0 ? "didn't answer" : 'answers too slowly' };
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  send(line: string): void {
    if (!this.socket.destroyed) this.socket.write(`${line.replace(/[\r\n]/g, '')}\r\n`);
  }

  async secure(name: string): Promise<TlsFacts | Broken> {
    const { plain } = this;
    this.early = this.waiting.length;
    this.waiting = Buffer.alloc(0);
    plain.off('data', this.take);
    const secured = connectTls({
      socket: plain,
      servername: name.replace(/\.$/, ''),
      // What is wrong with the certificate is what the command is to say; nothing is sent that needs protection.
      rejectUnauthorized: false,
      ...(this.ca === undefined ? {} : { ca: this.ca }),
    });
    const broken = await arrival(
      secured,
      'secureConnect',
      Math.max(1, Math.min(this.limits.patience, this.deadline - Date.now())),
    );
    if (broken !== undefined) {
      secured.destroy();
      return { broken: `fails in the TLS handshake: it ${broken}` };
    }
    this.socket = secured;
    this.listen();
    return factsOf(secured) ?? { broken: 'shows no certificate' };
  }

  close(): void {
    this.socket.end();
    // QUIT gets its moment to leave, and no answer is waited for.
    const timer = setTimeout(() => this.socket.destroy(), 200);
    timer.unref();
    this.socket.once('finish', () => this.socket.destroy());
  }
}

/** OpenSSL's words for a chain that isn't trusted, which say nothing of names and dates. */
const trustWords: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: "its root isn't trusted by this machine",
  UNABLE_TO_GET_ISSUER_CERT: "its issuer isn't known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its issuer isn't trusted by this machine",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its issuer isn't trusted by this machine, or the server doesn't send the issuer's certificate",
};

/** Errors about dates and names, which are told apart from trust. */
const otherErrors: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function factsOf(socket: TLSSocket): TlsFacts | undefined {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return undefined;
  const chain: X509Certificate[] = [leaf],
    // The chain as the handshake had it; a root is its own issuer.
    seen = new Set([leaf.fingerprint256]);
  for (let one = socket.getPeerCertificate(true).issuerCertificate; chain.length < MOST_CERTIFICATES; ) {
    if (one?.raw === undefined) break;
    const certificate = new X509Certificate(one.raw);
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push(certificate);
    one = one.issuerCertificate;
  }
  const error: unknown = socket.authorizationError,
    code = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    names: namesOf(leaf),
    issuer: nameOf(leaf.issuer),
    validFrom: Date.parse(leaf.validFrom),
    validTo: Date.parse(leaf.validTo),
    untrusted:
      socket.authorized || otherErrors.has(code) ? null : (trustWords[code] ?? `it fails verification (${code})`),
    chain: chain.map((certificate) => ({
      certificate: new Uint8Array(certificate.raw),
      publicKey: new Uint8Array(certificate.publicKey.export({ type: 'spki', format: 'der' })),
    })),
  };
}

/** Names that Node can't print plainly are in quotation marks as JSON has them. */
function namesOf({ subjectAltName = '', subject }: X509Certificate): readonly string[] {
  const found = [...subjectAltName.matchAll(/(?:^|, )DNS:("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = '']) =>
    name.startsWith('"') ? String(JSON.parse(name)) : name,
  );
  if (found.length > 0) return found;
  const common = /^CN=(.+)$/m.exec(subject)?.[1];
  return common === undefined ? [] : [common];
}

function nameOf(distinguished: string): string {
  return (
    /^O=(.+)$/m.exec(distinguished)?.[1] ??
    /^CN=(.+)$/m.exec(distinguished)?.[1] ??
    distinguished.replaceAll('\n', ', ')
  );
}
