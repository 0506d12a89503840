import {
  AXFR,
  BADVERS,
  FORMERR,
  NOERROR,
  NOTAUTH,
  NOTIMP,
  query,
  rcodeName,
  readMessage,
  REFUSED,
} from '../message/message.ts';
import type { LiveRecord, Message, Question } from '../message/message.ts';
import { signed, TsigChain } from '../message/tsig.ts';
import type { TsigKey } from '../message/tsig.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';
import type { Endpoint, Transport, TransportFailure } from './transport.ts';

/** Bounds of what is asked and taken. */
export interface AskingLimits {
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly attempts: number;
  /** Queries a second to one server. */
  readonly rate: number;
}

const usualLimits: AskingLimits = { timeout: 2500, attempts: 3, rate: 100 };

/** Octets of one answer over TCP, with room for its length, and of a whole transfer. */
const LARGEST_ANSWER = 1 << 17,
  LARGEST_TRANSFER = 1 << 28;
/** Records of a transfer. */
const MOST_RECORDS = 2_000_000;

export interface Failed {
  readonly failure: TransportFailure | 'bad-name' | 'bad-answer';
}
export type Reply = Message | Failed;

export const failed = (reply: object): reply is Failed => 'failure' in reply;

const words: Readonly<Record<Failed['failure'], string>> = {
  timeout: "didn't answer",
  refused: 'nothing listens on that port',
  unreachable: "can't be reached from this machine",
  closed: 'closed the connection without an answer',
  'too-large': 'sent more than is read',
  'bad-name': "can't be asked for that name",
  'bad-answer': "sent something that isn't a DNS answer",
};
export const failureWords = ({ failure }: Failed): string => words[failure];

export type Transfer = { readonly records: readonly LiveRecord[] } | { readonly refused: string };

/** Asks servers: UDP with EDNS first, without EDNS where a server doesn't take it, TCP for what doesn't fit; again after silence; never faster than the rate. */
export class Asker {
  private readonly transport: Transport;
  private readonly limits: AskingLimits;
  /** When the next query may go to a server, in milliseconds since 1970. */
  private readonly free = new Map<string, number>();
  private readonly withoutEdns = new Set<string>();
  /** Queries that were sent. */
  sent = 0;

  constructor(transport: Transport, limits: AskingLimits = usualLimits) {
    this.transport = transport;
    this.limits = limits;
  }

  async ask(server: Endpoint, question: Question): Promise<Reply> {
    const where = `${server.address} ${server.port}`;
    let last: Failed = { failure: 'timeout' };
    for (let attempt = 1; attempt <= this.limits.attempts; attempt++) {
      // Some firewalls drop what they don't know: the last attempt is the plainest one.
      const edns = !this.withoutEdns.has(where) && (attempt < this.limits.attempts || attempt === 1),
        reply = await this.attempt(server, question, edns);
      if (!failed(reply)) {
        if (!edns || ![FORMERR, NOTIMP, BADVERS].includes(reply.rcode)) return reply;
        this.withoutEdns.add(where);
        continue;
      }
      last = reply;
      if (reply.failure === 'bad-name') return reply;
    }
    return last;
  }

  private async attempt(server: Endpoint, question: Question, edns: boolean): Promise<Reply> {
    const id = this.transport.randomId(),
      octets = query(id, question, edns);
    if (octets === undefined) return { failure: 'bad-name' };
    await this.turn(server);
    const fits = (answer: Uint8Array): boolean => isAnswer(readMessage(answer), id, question),
      answer = await this.transport.udp(server, octets, fits, this.limits.timeout);
    if (typeof answer === 'string') return { failure: answer };
    const message = readMessage(answer);
    if (message === undefined) return { failure: 'bad-answer' };
    return message.truncated ? this.overTcp(server, octets, id, question) : message;
  }

  private async overTcp(server: Endpoint, octets: Uint8Array, id: number, question: Question): Promise<Reply> {
    const got: Message[] = [];
    await this.turn(server);
    const end = await this.transport.tcp(
      server,
      octets,
      (answer) => {
        const message = readMessage(answer);
        if (message !== undefined && isAnswer(message, id, question)) got.push(message);
        return 'done';
      },
      { silence: this.limits.timeout, octets: LARGEST_ANSWER },
    );
    if (end !== 'done') return { failure: end };
    return got[0] ?? { failure: 'bad-answer' };
  }

  /** A whole zone (RFC 5936), signed with a key where there is one. The records are in the order of the transfer, without the SOA at its end. */
  async transfer(server: Endpoint, zone: string, key: TsigKey | undefined): Promise<Transfer> {
    const id = this.transport.randomId(),
      plain = query(id, { name: zone, type: AXFR, recursive: false }, false);
    if (plain === undefined) return { refused: words['bad-name'] };
    const seconds = (): number => Math.floor(this.transport.now() / 1000),
      sealed = key === undefined ? undefined : signed(plain, key, seconds()),
      chain = key === undefined || sealed === undefined ? undefined : new TsigChain(key, sealed.mac);
    const records: LiveRecord[] = [];
    let trouble: string | undefined,
      ended = false;
    const take = (octets: Uint8Array): 'more' | 'done' => {
      const message = readMessage(octets);
      if (message === undefined || message.id !== id) trouble = words['bad-answer'];
      else if (message.rcode !== NOERROR) trouble = whyNot(message.rcode);
      else trouble = chain?.take(octets, message, seconds());
      if (trouble !== undefined || message === undefined) return 'done';
      for (const record of message.answers) {
        if (records.length === 0 && (record.type !== SOA || record.owner !== zone)) trouble = words['bad-answer'];
        // RFC 5936 §2.2: the SOA once more is the end.
        else if (records.length > 0 && record.type === SOA && record.owner === zone) ended = true;
        else if (records.length === MOST_RECORDS) trouble = words['too-large'];
        else records.push(record);
        if (trouble !== undefined) return 'done';
        if (ended) break;
      }
      if (message.answers.length === 0) trouble = words['bad-answer'];
      return ended || trouble !== undefined ? 'done' : 'more';
    };
    await this.turn(server);
    const end = await this.transport.tcp(server, sealed?.message ?? plain, take, {
      silence: this.limits.timeout * 2,
      octets: LARGEST_TRANSFER,
    });
    if (trouble !== undefined) return { refused: trouble };
    if (end !== 'done') return { refused: words[end] };
    if (chain?.complete === false) return { refused: "the end of the transfer isn't signed" };
    return { records };
  }

  /** Waits until the server may be asked again. */
  private async turn({ address, port }: Endpoint): Promise<void> {
    const where = `${address} ${port}`,
      now = this.transport.now(),
      at = Math.max(now, this.free.get(where) ?? now);
    this.free.set(where, at + 1000 / this.limits.rate);
    this.sent++;
    if (at > now) await this.transport.pause(at - now);
  }
}

function whyNot(rcode: number): string {
  if (rcode === REFUSED || rcode === NOTAUTH) return `the server refuses the transfer (${rcodeName(rcode)})`;
  return `the server answers ${rcodeName(rcode)}`;
}

/** Whether a message answers this question: its number and what it was asked (RFC 5452 §9.1). A server that can't read the question may leave it out. */
function isAnswer(message: Message | undefined, id: number, { name, type }: Question): boolean {
  if (message?.id !== id) return false;
  const { question, rcode } = message;
  if (question === undefined) return rcode === FORMERR || rcode === NOTIMP || rcode === BADVERS;
  return question.type === type && question.name === name.toLowerCase();
}
