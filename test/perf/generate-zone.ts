/** Realistic zones of any size, the same for the same seed, that named-checkzone takes. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface GeneratedZone {
  readonly apex: string;
  readonly records: number;
  readonly bytes: number;
}

const ZONE = 'example.com.';
const WORDS =
  'web mail app db cache node edge api vpn gw proxy build git wiki chat auth ldap log mon backup store cdn img static dev stage test lab desk print cam ap fw rtr ns mx smtp imap kube vault search queue batch cron'.split(
    ' ',
  );

/** Writes a zone with about `records` records. */
export function generateZone(path: string, records: number, seed = 1): GeneratedZone {
  const file = openSync(path, 'w'),
    random = generator(seed);
  let buffer: string[] = [],
    length = 0,
    bytes = 0,
    count = 0;
  const flush = (): void => {
    const text = Buffer.from(buffer.join(''));
    bytes += text.length;
    writeSync(file, text);
    buffer = [];
    length = 0;
  };
  const write = (line: string): void => {
    buffer.push(line, '\n');
    length += line.length + 1;
    if (length > 1 << 20) flush();
  };
  for (const line of head()) write(line);
  count = 17;
  const hosts = ['ns1', 'mail'],
    group = new Groups(random, hosts);
  while (count < records)
    for (const line of group.next()) {
      write(line);
      if (isRecord(line)) count++;
    }
  flush();
  closeSync(file);
  return { apex: ZONE, records: count, bytes };
}

function* head(): Iterable<string> {
  yield `$ORIGIN ${ZONE}`;
  yield '$TTL 1h';
  yield '@\tIN\tSOA\tns1 host\\.master (';
  yield '\t\t2026010101 ; serial';
  yield '\t\t3H         ; refresh';
  yield '\t\t15M        ; retry';
  yield '\t\t2W         ; expire';
  yield '\t\t1H )       ; negative answers';
  yield '\tNS\tns1';
  yield '\tNS\tns2.example.net.';
  yield '\tMX\t10 mail';
  yield '\tTXT\t"v=spf1 mx include:_spf.example.net -all"';
  yield '\tCAA\t0 issue "letsencrypt.org"';
  yield 'ns1\tA\t192.0.2.53';
  yield '\tAAAA\t2001:db8::53';
  yield 'mail\tA\t192.0.2.25';
  yield '_dmarc\tTXT\t"v=DMARC1; p=reject; rua=mailto:dmarc@example.com"';
}

const isRecord = (line: string): boolean => !/^(?:[;$]|$|\t\t)/.test(line);

type Random = (below: number) => number;

/** Mulberry32. */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Records of one name after the other, with the habits of people: inherited owners, classes and TTLs here and there, changing origins, comments. */
class Groups {
  private readonly random: Random;
  private readonly hosts: string[];
  private id = 0;
  private until = 100;

  constructor(random: Random, hosts: string[]) {
    this.random = random;
    this.hosts = hosts;
  }

  private chance(percent: number): boolean {
    return this.random(100) < percent;
  }
  private hex(octets: number): string {
    let out = '';
    while (out.length < 2 * octets) out += '0123456789ABCDEF'[this.random(16)];
    return out;
  }
  private base64(octets: number): string {
    return Buffer.from(Array.from({ length: octets }, () => this.random(256))).toString('base64');
  }
  private ip4(): string {
    return `10.${this.random(256)}.${this.random(256)}.${1 + this.random(254)}`;
  }
  private ip6(): string {
    return `2001:db8:${this.random(65536).toString(16)}:${this.random(65536).toString(16)}::${(1 + this.random(65535)).toString(16)}`;
  }
  private host(): string {
    return `${this.hosts[this.random(this.hosts.length)]}.${ZONE}`;
  }

  *next(): Iterable<string> {
    if (this.id > this.until) {
      this.until = this.id + 60 + this.random(300);
      if (this.chance(40)) yield `; ---- ${WORDS[this.random(WORDS.length)]} ----`;
    }
    const name = `${WORDS[this.random(WORDS.length)]}-${this.id++}`,
      owner = this.chance(12) ? `${name}.${ZONE}` : name;
    const records = [...this.recordsOf(name)],
      ttl = this.chance(25) ? `${['300', '600', '3600', '1d', '2h'][this.random(5)]!}\t` : '';
    for (const [k, [prefix, record]] of records.entries()) {
      const written = prefix === '' ? owner : prefix + owner;
      yield `${k === 0 || prefix !== records[k - 1]![0] ? written : ''}\t${ttl}${this.chance(60) ? 'IN\t' : ''}${record}${this.chance(3) ? ' ; moved' : ''}`;
    }
  }

  private *recordsOf(name: string): Iterable<readonly [prefix: string, record: string]> {
    const kind = this.random(100);
    if (kind < 48) {
      yield ['', `A\t${this.ip4()}`];
      if (this.chance(40)) yield ['', `A\t${this.ip4()}`];
      if (this.chance(45)) yield ['', `AAAA\t${this.ip6()}`];
      if (this.chance(5)) yield ['', `MX\t10 ${this.host()}`];
      if (this.chance(6)) yield ['', 'TXT\t"v=spf1 a include:_spf.example.net -all"'];
      if (this.chance(5))
        yield [
          '',
          `RRSIG\tA 13 3 3600 20340101000000 20240101000000 ${1000 + this.random(60000)} ${ZONE} ${this.base64(64)}`,
        ];
      if (this.hosts.length < 5000) this.hosts.push(name);
      else this.hosts[this.random(5000)] = name;
    } else if (kind < 68)
      yield ['', `CNAME\t${this.chance(20) ? `lb${this.random(50)}.cdn.example.net.` : this.host()}`];
    else if (kind < 75) yield ['_sip._tcp.', `SRV\t${this.random(20)} ${this.random(100)} 5060 ${this.host()}`];
    else if (kind < 83) yield [`${this.random(256)}.rev.`, `PTR\t${this.host()}`];
    else if (kind < 89)
      yield this.chance(20)
        ? ['s1._domainkey.', `TXT\t"v=DKIM1; k=ed25519; p=${this.base64(32)}"`]
        : ['', `TXT\t"site-verification=${this.hex(12)}"`];
    else if (kind < 94) {
      yield ['', 'NS\tns1.example.net.'];
      yield ['', 'NS\tns2.example.net.'];
      if (this.chance(40)) yield ['', `DS\t${this.random(65536)} 13 2 ${this.hex(32)}`];
    } else if (kind < 97) yield ['_443._tcp.', `TLSA\t3 1 1 ${this.hex(32)}`];
    else {
      yield ['', `SSHFP\t4 2 ${this.hex(32)}`];
      yield ['', `A\t${this.ip4()}`];
    }
  }
}
