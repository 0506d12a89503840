import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../paths.ts';
import { answer, mailDomains, namesLike } from './world.ts';
import type { World } from './world.ts';

/** What a library says is wrong in a world; both worlds of a defect are asked about the same names. */
export type MailJudge = (world: World, both: readonly World[]) => Promise<readonly string[]>;

export interface MailTool {
  readonly name: string;
  readonly call: string;
  readonly version: () => string | undefined;
  readonly install: string;
  readonly judge: MailJudge;
}

/** An address that no record of the corpus names, so that every term is looked at. */
const SENDER = '203.0.113.9';

type Resolver = (name: string, type: string) => Promise<readonly unknown[]>;

interface Mailauth {
  readonly spf: (
    options: object,
  ) => Promise<{ readonly status: { readonly result: string; readonly comment?: string } }>;
  readonly getPublicKey: (
    type: string,
    name: string,
    bits: number,
    resolver: Resolver,
    options: object,
  ) => Promise<unknown>;
  readonly dmarc: (
    options: object,
  ) => Promise<false | { readonly status: { readonly result: string }; readonly policy?: string }>;
  readonly resolvePolicy: (domain: string, options: object) => Promise<string | false>;
  readonly bimi: (
    options: object,
  ) => Promise<false | { readonly status: { readonly result?: string; readonly comment?: string } }>;
}

const load = createRequire(import.meta.url);

function versionOf(name: string): string | undefined {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
    : undefined;
}

function resolverOf(world: World): Resolver {
  return async (name, type) => {
    const found = answer(world, name, type);
    if (found === undefined || found.length === 0)
      throw Object.assign(new Error(`${name} ${type}`), { code: found === undefined ? 'ENOTFOUND' : 'ENODATA' });
    if (type === 'TXT') return found;
    if (type === 'MX')
      return found.map(([priority, exchange]) => ({
        priority: Number(priority),
        exchange: exchange!.replace(/\.$/, ''),
      }));
    return found.map(([value]) => value!.replace(/\.$/, ''));
  };
}

let library: Mailauth | undefined;

function mailauth(): Mailauth {
  return (library ??= {
    ...(load('mailauth/lib/spf') as Pick<Mailauth, 'spf'>),
    ...(load('mailauth/lib/tools') as Pick<Mailauth, 'getPublicKey'>),
    ...(load('mailauth/lib/dmarc') as Pick<Mailauth, 'dmarc'>),
    ...(load('mailauth/lib/mta-sts') as Pick<Mailauth, 'resolvePolicy'>),
    bimi: (load('mailauth/lib/bimi') as { readonly bimi: Mailauth['bimi'] }).bimi,
  });
}

/** Verdicts by which a receiver says that the record is at fault, or that it sees none. */
const bad: ReadonlySet<string> = new Set(['permerror', 'temperror', 'none', 'ambiguous']);

const judgedByMailauth: MailJudge = async (world, both) => {
  const { spf, getPublicKey, dmarc, resolvePolicy, bimi } = mailauth(),
    resolver = resolverOf(world),
    said: string[] = [];
  const asked = async (what: string, ask: () => Promise<string | undefined>): Promise<void> => {
    const problem = await ask().catch((error: unknown) =>
      error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error),
    );
    if (problem !== undefined) said.push(`${what}: ${problem}`);
  };
  for (const domain of mailDomains(both)) {
    await asked(`spf ${domain}`, async () => {
      const {
        status: { result, comment = '' },
      } = await spf({
        sender: `info@${domain}`,
        ip: SENDER,
        helo: 'mail.example.net',
        mta: 'mx.example.net',
        resolver,
        strict: true,
      });
      return bad.has(result) ? `${result} ${comment}` : undefined;
    });
    await asked(`dmarc ${domain}`, async () => {
      const verdict = await dmarc({
        headerFrom: `info@${domain}`,
        spfDomains: [{ domain }],
        dkimDomains: [{ domain }],
        resolver,
        strict: true,
      });
      return verdict === false || bad.has(verdict.status.result)
        ? verdict === false
          ? 'none'
          : verdict.status.result
        : undefined;
    });
    if (namesLike(both, /^_?mta-sts\./).length > 0)
      await asked(`mta-sts ${domain}`, async () =>
        (await resolvePolicy(domain, { resolver, strict: true })) === false ? 'none' : undefined,
      );
    if (namesLike(both, /(?:^|\.)_bimi\./).length > 0) {
      await asked(`bimi ${domain}`, async () => {
        const verdict = await dmarc({
          headerFrom: `info@${domain}`,
          spfDomains: [{ domain }],
          dkimDomains: [{ domain }],
          resolver,
          strict: true,
        });
        const found = await bimi({ dmarc: verdict, headers: { parsed: [] }, resolver });
        return found === false || found.status.result !== 'pass'
          ? found === false
            ? 'none'
            : `${found.status.result} ${found.status.comment ?? ''}`
          : undefined;
      });
    }
  }
  for (const name of namesLike(both, /^(?!_).*\._domainkey\./)) {
    await asked(`dkim ${name}`, async () => {
      await getPublicKey('DKIM', name, 1024, resolver, { strict: true, hashAlgo: 'sha256' });
      return undefined;
    });
  }
  return said;
};

type SpfParse = (record: string) => {
  readonly messages?: readonly { readonly message: string; readonly type: string }[];
  readonly valid: boolean;
};

const judgedBySpfParse: MailJudge = async (world, both) => {
  const parse = load('spf-parse') as SpfParse,
    said: string[] = [];
  for (const domain of [...mailDomains(both), ...namesLike(both, /^_spf\./)]) {
    for (const strings of world.records.get(domain)?.get('TXT') ?? []) {
      const text = strings.join('');
      if (!/spf/i.test(text)) continue;
      const { messages = [], valid } = parse(text);
      said.push(
        ...messages.map(({ message, type }) => `${domain}: ${type} ${message}`),
        ...(valid ? [] : [`${domain}: not valid`]),
      );
    }
  }
  return said;
};

const python = '/usr/bin/python3';

let askPyspf = (question: string): Promise<string> => {
  const child = spawn(python, [path.join(import.meta.dirname, '../../test/conformance/spf-oracle.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.unref();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  askPyspf = async (next) => {
    child.stdin.write(`${next}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error('pyspf has ended');
    return value;
  };
  return askPyspf(question);
};

const judgedByPyspf: MailJudge = async (world, both) => {
  const domains = mailDomains(both);
  const records = Object.fromEntries(
    [...new Set([...world.records.keys(), ...outsideNames(both)])].map((name) => [
      name,
      ['A', 'AAAA', 'MX', 'TXT', 'SPF', 'PTR', 'CNAME'].flatMap((type) => {
        const found =
          type === 'CNAME'
            ? (world.records.get(name)?.get(type) ?? [])
            : world.records.get(name)?.has('CNAME') === true
              ? []
              : (answer(world, name, type) ?? []);
        return found.map((value) => [
          type,
          type === 'TXT' || type === 'SPF'
            ? value.join('')
            : type === 'MX'
              ? [Number(value[0]), value[1]!.replace(/\.$/, '')]
              : value[0]!.replace(/\.$/, ''),
        ]);
      }),
    ]),
  );
  const verdicts = JSON.parse(
    await askPyspf(
      JSON.stringify({
        records,
        queries: domains.map((domain) => ({
          ip: SENDER,
          sender: `info@${domain}`,
          helo: 'mail.example.net',
          strict: 2,
        })),
      }),
    ),
  ) as readonly (readonly [result: string, explanation: string])[];
  const crash = verdicts.find(([result]) => result === 'crash');
  if (crash !== undefined) throw new Error(`pyspf has crashed: ${crash[1]}`);
  return verdicts.flatMap(([result, explanation], index) =>
    bad.has(result) ? [`${domains[index]!}: ${result} ${explanation}`] : [],
  );
};

/** Names outside of the zone that its SPF records speak of. */
function outsideNames(both: readonly World[]): readonly string[] {
  const texts = both.flatMap(({ records }) =>
    [...records.values()].flatMap((types) =>
      [...(types.get('TXT') ?? []), ...(types.get('SPF') ?? [])].map((strings) => strings.join('')),
    ),
  );
  return texts
    .flatMap((text) =>
      [...text.matchAll(/(?:include|a|mx|exists|redirect)[:=]([^\s/]+)/gi)].map(([, name = '']) => name.toLowerCase()),
    )
    .concat('mx.example.net');
}

export const mailTools: readonly MailTool[] = [
  {
    name: 'mailauth',
    call: 'its functions spf, dmarc, getPublicKey, resolvePolicy and bimi, strict where they can be',
    version: () => versionOf('mailauth'),
    install: 'npm ci',
    judge: judgedByMailauth,
  },
  {
    name: 'spf-parse',
    call: 'the text of each SPF record',
    version: () => versionOf('spf-parse'),
    install: 'npm ci',
    judge: judgedBySpfParse,
  },
  {
    name: 'python3-spf',
    call: 'spf.query(…, strict=2).check()',
    install: 'apt-get install python3-spf',
    judge: judgedByPyspf,
    version: () => {
      if (spawnSync(python, ['-c', 'import spf']).status !== 0) return undefined;
      const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'python3-spf'], { encoding: 'utf8' });
      return /^[\d.]+/.exec(stdout ?? '')?.[0] ?? 'unknown version';
    },
  },
];
