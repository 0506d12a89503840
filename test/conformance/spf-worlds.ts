/** Random small worlds of SPF records and the hosts that they name. The same seed gives the same worlds. */

export type WorldRecord =
  | readonly ['A' | 'AAAA' | 'TXT' | 'PTR' | 'CNAME', string]
  | readonly ['MX', readonly [number, string]]
  | readonly ['TIMEOUT', ''];

export interface World {
  /** By name, without the final dot. */
  readonly records: Readonly<Record<string, readonly WorldRecord[]>>;
  readonly ip: string;
  readonly sender: string;
  readonly helo: string;
}

export type Dice = <T>(sides: readonly T[]) => T;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return sides[((mixed ^ (mixed >>> 14)) >>> 0) % sides.length]!;
  };
}

const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => `${label}.example.com`);
const domains = [...hosts, 'example.com', 'none.example.com'];
const ip4s = ['192.0.2.0', '192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'];
const ip6s = ['2001:db8::', '2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8::4'];

const oneIn = (dice: Dice, n: number): boolean => dice(Array.from({ length: n }, (_, side) => side === 0));

type Maker = (dice: Dice, other: string) => string;

/** `other` is any domain but the one whose record this is. */
const good: readonly Maker[] = [
  () => 'a',
  (_, other) => `a:${other}`,
  (dice) => `a/${dice([0, 24, 31, 32])}`,
  (_, other) => `a:${other}/31//64`,
  () => 'a//126',
  () => 'mx',
  (_, other) => `mx:${other}`,
  () => 'mx/30',
  () => 'mx/30//127',
  (dice) => `ip4:${dice(ip4s)}`,
  (dice) => `ip4:192.0.2.0/${dice([0, 24, 30, 31, 32])}`,
  (dice) => `ip6:${dice(ip6s)}`,
  (dice) => `ip6:2001:db8::/${dice([0, 32, 126, 128])}`,
  () => 'ip6:::ffff:192.0.2.1',
  (_, other) => `include:${other}`,
  (_, other) => `include:${other}`,
  (_, other) => `Include:${other}.`,
  (_, other) => `exists:${other}`,
  (_, other) => `exists:%{i}.${other}`,
  (_, other) => `exists:%{ir}.%{v}.${other}`,
  () => 'exists:%{l}.%{d2}',
  () => 'exists:%{l1r-}.%{o}',
  (_, other) => `exists:%{s2r+}.${other}`,
  () => 'exists:%{L}.%{d2r}.example.com',
  () => 'a:%{o}',
  () => 'a:%{h}',
  () => 'mx:%{d3}',
  (_, other) => `A:${other}`,
  () => 'all',
  () => 'ALL',
];
const bad: readonly Maker[] = [
  () => 'a/33',
  () => 'a//129',
  () => 'a/024',
  (_, other) => `a:${other}/24/64`,
  () => 'ip4:192.0.2.0/33',
  () => 'ip4:192.0.2',
  () => 'ip4:95.0.X.X',
  () => 'ip4:192.0.2.01',
  () => 'ip4:192.0.2.1//32',
  () => 'ip6:2001:db8::/129',
  () => 'ip6:2001:db8:::1',
  () => 'ip6:1:2:3:4:5:6:7',
  () => 'ip6:1:2:3:4:5:6:7::8:9',
  () => 'ipv4:192.0.2.1',
  () => 'all:x',
  () => 'all/8',
  () => 'include',
  () => 'include:',
  () => 'exists:',
  (_, other) => `exists:${other}/24`,
  () => 'exists:%{z}.x',
  () => 'exists:%(i).example.com',
  () => 'a:%',
  () => 'a:%{c}.example.com',
  () => 'a:com',
  () => 'a:example.123',
  () => 'a:example.-com',
  (_, other) => `include=${other} moo`,
  () => '++all',
  () => 'ptr/24',
  (_, other) => `include:${other},`,
  () => 'mx:',
  () => 'a:%{d',
  () => '1up=x',
  () => '=x',
  () => 'x=%z',
];
const ptr: readonly Maker[] = [() => 'ptr', (_, other) => `ptr:${other}`, () => 'ptr:example.com'];

export interface Features {
  /** `ptr` mechanisms and PTR records. */
  readonly ptr?: boolean;
  /** Names that never answer. */
  readonly timeouts?: boolean;
  readonly aliases?: boolean;
}

export function randomWorld(dice: Dice, features: Features = {}): World {
  const records: Record<string, WorldRecord[]> = {};
  const add = (name: string, record: WorldRecord): void => {
    (records[name] ??= []).push(record);
  };
  const aliases = features.aliases === true ? randomAliases(dice) : new Map<string, string>();
  for (const [name, target] of aliases) add(name, ['CNAME', target]);
  const silent = hosts.filter(() => features.timeouts === true && oneIn(dice, 12));
  for (const name of silent) add(name, ['TIMEOUT', '']);
  for (const name of [...hosts, 'example.com'].filter((host) => !aliases.has(host) && !silent.includes(host))) {
    if (oneIn(dice, 2)) add(name, ['A', dice(ip4s)]);
    if (oneIn(dice, 4)) add(name, ['A', dice(ip4s)]);
    if (oneIn(dice, 3)) add(name, ['AAAA', dice(ip6s)]);
    // A record that includes itself, by an alias or not, is where pyspf departs from the RFC.
    const others = domains.filter((domain) => canonical(aliases, domain) !== name);
    if (name === 'example.com' || !oneIn(dice, 3)) add(name, ['TXT', randomRecord(dice, others, features)]);
    if (oneIn(dice, 12))
      add(name, ['TXT', dice(['v=spf1 -all', 'V=SPF1', 'v=spf10 -all', 'something else', 'v=spf1'])]);
    const mx = dice([0, 0, 1, 1, 2, 3, 11]);
    for (let index = 0; index < mx; index++) add(name, ['MX', oneIn(dice, 12) ? [0, ''] : [10 * index, dice(domains)]]);
  }
  for (const ip of [...ip4s, ...ip6s.map(nibbles)]) {
    if (oneIn(dice, 2)) add(`${ip}.${dice(hosts)}`, ['A', '127.0.0.2']);
    if (oneIn(dice, 3))
      add(`${ip.split('.').reverse().join('.')}.${ip.length > 15 ? 'ip6' : 'in-addr'}.${dice(hosts)}`.toLowerCase(), [
        'A',
        '127.0.0.2',
      ]);
    if (features.ptr === true && !oneIn(dice, 4)) {
      const reverse = `${ip.split('.').reverse().join('.')}.${ip.length > 15 ? 'ip6' : 'in-addr'}.arpa`.toLowerCase();
      for (let index = dice([1, 1, 2]); index > 0; index--) add(reverse, ['PTR', dice(domains)]);
    }
  }
  for (const local of ['u', 'joe-smith', 'joe']) if (oneIn(dice, 2)) add(`${local}.example.com`, ['A', '127.0.0.2']);
  if (oneIn(dice, 2)) add('joe.example.com.example.com', ['A', '127.0.0.2']);
  return {
    records,
    ip: dice([...ip4s, ...ip4s, ...ip6s, '::ffff:192.0.2.1']),
    sender: dice([
      'u@example.com',
      'u@example.com',
      'joe-smith@example.com',
      'joe+list@a.example.com',
      'u@b.example.com',
      '',
      '@c.example.com',
      'd.example.com',
      'u@none.example.com',
    ]),
    helo: dice(['a.example.com', 'example.com', 'f.example.com']),
  };
}

function randomAliases(dice: Dice): ReadonlyMap<string, string> {
  const names = hosts.filter(() => oneIn(dice, 6));
  return new Map(
    names.map((name) => [name, dice([...hosts.filter((host) => host > name), 'example.com', 'none.example.com'])]),
  );
}

export function canonical(aliases: ReadonlyMap<string, string>, name: string): string {
  const target = aliases.get(name);
  return target === undefined ? name : canonical(aliases, target);
}

function nibbles(ip: string): string {
  const last = ip.slice('2001:db8::'.length);
  return [...'20010DB8', ...'0'.repeat(23), last === '' ? '0' : last].join('.').toLowerCase();
}

function randomRecord(dice: Dice, others: readonly string[], features: Features): string {
  const pool = features.ptr === true ? [...good, ...ptr, ...ptr] : good;
  const terms = Array.from({ length: dice([0, 1, 2, 3, 4, 5]) }, () => {
    return dice(['', '', '', '+', '-', '~', '?']) + dice(oneIn(dice, 25) ? bad : pool)(dice, dice(others));
  });
  // pyspf looks the explanation up before it needs it, and counts what it doesn't find behind an alias.
  const exp = features.aliases === true ? [] : [`exp=${dice(others)}`, 'exp=%{ir}.example.com'];
  const modifiers = [`redirect=${dice(others)}`, 'unknown=thing', `redirect=${dice(others)}.`, ...exp];
  if (oneIn(dice, 4)) terms.push(dice(modifiers));
  if (!oneIn(dice, 3)) terms.push(dice(['-all', '~all', '?all', '+all', 'all']));
  return ['v=spf1', ...terms].join(dice([' ', ' ', '  ']));
}
