/** What a mail server says before any mail: its greeting, EHLO, STARTTLS. No mail is ever begun: there is no MAIL FROM. */

import type { Endpoint } from '../asking/transport.ts';
import type { Broken, SmtpConnect, SmtpConnection, SmtpLimits, TlsFacts } from './connection.ts';
import { isBroken } from './connection.ts';

/** Lines of one reply. */
const MOST_LINES = 64;

export interface Reply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** What came of a conversation. */
export interface Conversation {
  readonly address: string;
  readonly port: number;
  /** The greeting's text after its code; null without one. */
  readonly greeting: string | null;
  /** The name that the server greets with (RFC 5321 §4.2); null where the greeting has none. */
  readonly banner: string | null;
  /** Keywords of the answer to EHLO, in upper case. */
  readonly extensions: readonly string[];
  /** - `implicit`: TLS from the beginning. */
  readonly startTls: 'yes' | 'implicit' | 'not-offered' | 'failed' | 'not-reached';
  readonly tls: TlsFacts | null;
  /** What went wrong, as the end of a sentence that begins with the server; null where nothing did. */
  readonly trouble: string | null;
}

/** Port on which TLS begins at once (RFC 8314). */
const SUBMISSIONS = 465;

export async function converse(
  connect: SmtpConnect,
  server: Endpoint,
  host: string,
  limits: SmtpLimits,
  helo: string | undefined,
): Promise<Conversation> {
  const nothing: Conversation = {
    address: server.address,
    port: server.port,
    greeting: null,
    banner: null,
    extensions: [],
    startTls: 'not-reached',
    tls: null,
    trouble: null,
  };
  const isImplicit = server.port === SUBMISSIONS,
    opened = await connect(server, limits, isImplicit ? host : undefined);
  if (isBroken(opened)) return { ...nothing, trouble: opened.broken };
  const { connection, tls } = opened;
  try {
    return await talk(
      connection,
      { ...nothing, tls: tls ?? null, startTls: isImplicit ? 'implicit' : 'not-reached' },
      host,
      helo,
    );
  } finally {
    connection.close();
  }
}

async function talk(
  connection: SmtpConnection,
  begun: Conversation,
  host: string,
  helo: string | undefined,
): Promise<Conversation> {
  const greeted = await readReply(connection);
  if (isBroken(greeted)) return { ...begun, trouble: greeted.broken };
  const greeting = greeted.lines.join(' '),
    [banner = ''] = (greeted.lines[0] ?? '').split(/[ \t]/),
    known = { ...begun, greeting, banner: banner === '' ? null : banner };
  if (greeted.code !== 220) return { ...known, banner: null, trouble: `greets with ${greeted.code}: ${greeting}` };
  connection.send(`EHLO ${helo ?? literal(connection.localAddress)}`);
  const hello = await readReply(connection);
  if (isBroken(hello)) return { ...known, trouble: hello.broken };
  if (hello.code !== 250) return { ...known, trouble: `answers EHLO with ${hello.code}: ${hello.lines.join(' ')}` };
  const extensions = hello.lines.slice(1).map((line) => (line.split(' ')[0] ?? '').toUpperCase()),
    met = { ...known, extensions };
  if (begun.startTls === 'implicit') return quit(connection, met);
  if (!extensions.includes('STARTTLS')) return quit(connection, { ...met, startTls: 'not-offered' });
  connection.send('STARTTLS');
  const ready = await readReply(connection);
  if (isBroken(ready)) return { ...met, startTls: 'failed', trouble: ready.broken };
  if (ready.code !== 220)
    return { ...met, startTls: 'failed', trouble: `answers STARTTLS with ${ready.code}: ${ready.lines.join(' ')}` };
  const tls = await connection.secure(host);
  if (isBroken(tls)) return { ...met, startTls: 'failed', trouble: tls.broken };
  // RFC 3207 §4.2: what came before TLS mustn't be believed; a server that sends it is open to injection, or under attack.
  const trouble = connection.early > 0 ? 'sends text after its reply to STARTTLS, before TLS has begun' : null;
  return quit(connection, { ...met, startTls: 'yes', tls, trouble });
}

/** A polite end. Nothing hangs on its answer. */
function quit(connection: SmtpConnection, outcome: Conversation): Conversation {
  connection.send('QUIT');
  return outcome;
}

/** An address as a name for EHLO (RFC 5321 §4.1.3): the server sees it anyway. */
const literal = (address: string): string => (address.includes(':') ? `[IPv6:${address}]` : `[${address}]`);

async function readReply(connection: SmtpConnection): Promise<Reply | Broken> {
  const lines: string[] = [];
  for (let code: number | undefined; lines.length < MOST_LINES; ) {
    const got = await connection.line();
    if (isBroken(got)) return got;
    const [, digits, mark, text = ''] = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(got.text) ?? [];
    if (digits === undefined || (code !== undefined && Number(digits) !== code))
      return { broken: 'sends something that is not SMTP' };
    code = Number(digits);
    lines.push(text);
    if (mark !== '-') return { code, lines };
  }
  return { broken: `sends a reply of more than ${MOST_LINES} lines` };
}
