import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { mailPath } from '../../../server/src/mail/mail-path/mail-path.ts';
import { allSteps } from '../../../server/src/mail/mail-path/step.ts';
import type { MailPath, MailStep } from '../../../server/src/mail/mail-path/mail-path.ts';
import { mailDomainsOf, mailPathFacts } from '../../../server/src/ide/mail-facts.ts';
import { placeOfStep } from '../../../server/src/ide/mail-places.ts';
import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import type { LintSettings } from '../../../server/src/findings/lint-settings.ts';
import { identifyZone } from '../../../server/src/workspace/zone-identity.ts';
import { ZoneResolver } from '../../../server/src/zone/model/zone-resolver.ts';
import { Zone } from '../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples/mail-flow');

interface World {
  readonly found: MailPath;
  readonly zones: readonly Zone[];
  /** The text that a step's record is at. */
  readonly textAt: (step: MailStep) => string | undefined;
}

function world(folder: string, domain: string, settings: Partial<LintSettings> = {}): World {
  const texts = new Map<string, string>(),
    byApex = new Map<string, Zone>();
  let internal = false;
  for (const name of readdirSync(path.join(examples, folder)).filter((one) => one.endsWith('.zone'))) {
    const file = path.join(examples, folder, name),
      text = readFileSync(file, 'utf8'),
      uri = pathToFileURL(file).href,
      identity = identifyZone(file, text);
    const zone = new Zone(new SourceText(uri, new Lexer()), { apex: identity.apex });
    zone.open(new TextEncoder().encode(text));
    texts.set(uri, text);
    byApex.set(identity.apex ?? '', zone);
    internal ||= identity.internal && !identity.apex!.endsWith('.arpa.');
  }
  const zoneOf = (name: string): Zone | undefined => {
    for (let suffix = name; suffix !== ''; suffix = suffix.slice(suffix.indexOf('.') + 1))
      if (byApex.has(suffix)) return byApex.get(suffix);
    return undefined;
  };
  const found = mailPath(
    domain,
    new ZoneResolver({ zoneOf, outside: 'unknown' }),
    mailPathFacts(`${domain}.`, { zoneOf }, { ...defaultSettings, internal, ...settings }),
  );
  const textAt = (step: MailStep): string | undefined => {
    const place = step.record === undefined ? undefined : placeOfStep(step.record, { zoneOf });
    if (place === undefined) return undefined;
    const { start, end } = place.range;
    return texts
      .get(place.uri)!
      .split('\n')
      [start.line]!.slice(start.character, end.line === start.line ? end.character : undefined);
  };
  return { found, zones: [...byApex.values()], textAt };
}

const steps = ({ receiving, sending }: MailPath): readonly MailStep[] => [
  ...allSteps([...receiving.flat(), ...sending]),
];

describe('the mail-flow example', () => {
  for (const domain of ['shudnow.net', 'sales.shudnow.net'])
    it(`is good for ${domain} at each step that the zones tell, where everything is right`, () => {
      const { found } = world('right', domain),
        unknown = steps(found).filter(({ state }) => state !== 'good');
      assert.deepEqual(
        [...new Set(unknown.map(({ kind, state }) => `${kind} ${state}`))],
        ['banner unknown', 'tls unknown', 'certificate unknown', 'dkim unknown'],
      );
    });

  it('is good at banner and STARTTLS too when the settings tell them, and not when they disagree', () => {
    const host = (name: string): Partial<LintSettings> => ({
      mailHosts: [
        { host: 'smtp.shudnow.net', banner: name, certificateNames: [name], sendingAddresses: ['10.20.30.40'] },
      ],
    });
    assert.deepEqual(
      steps(world('right', 'shudnow.net', host('smtp.shudnow.net')).found)
        .filter(({ state }) => state !== 'good')
        .map(({ kind }) => kind),
      ['dkim'],
    );
    const states = new Map(
      steps(world('right', 'shudnow.net', host('exchange.shudnow.local')).found).map(({ kind, state }) => [
        kind,
        state,
      ]),
    );
    assert.equal(states.get('banner'), 'doubtful');
    assert.equal(states.get('certificate'), 'doubtful');
  });

  const broken: readonly (readonly [folder: string, domain: string, bad: readonly string[], at: string])[] = [
    ['1-a-internal', 'shudnow.net', ['address'], '192.168.1.5'],
    ['1-a-missing', 'shudnow.net', ['address'], '10 smtp.shudnow.net.'],
    ['2-mx-cname', 'shudnow.net', ['mx'], '10 smtp.shudnow.net.'],
    ['2-mx-is-ip', 'shudnow.net', ['mx', 'address'], '10 10.20.30.40'],
    ['2-mx-missing-dot', 'shudnow.net', ['mx', 'address'], '10 smtp.shudnow.net'],
    ['2-mx-no-address', 'shudnow.net', ['address'], '20 backup.shudnow.net.'],
    ['3-child-mx', 'sales.shudnow.net', ['address'], '10 smtp.sales.shudnow.net.'],
    ['4-ptr-mismatch', 'shudnow.net', ['ptr'], 'exchange.shudnow.net.'],
    ['4-ptr-missing', 'shudnow.net', ['ptr'], '10.20.30.40'],
    ['7-spf-address', 'shudnow.net', ['spf'], 'X.X'],
    ['7-spf-two', 'shudnow.net', ['spf'], '"v=spf1 include:spf.protection.outlook.com -all"'],
    ['7-spf-words', 'shudnow.net', ['spf'], '='],
  ];
  for (const [folder, domain, bad, at] of broken)
    it(`${folder} is bad at ${bad.join(' and ')}, and leads to ${at}`, () => {
      const { found, textAt } = world(`broken/${folder}`, domain),
        worst = steps(found).filter(({ state }) => state === 'bad');
      assert.deepEqual(
        worst.map(({ kind }) => kind),
        bad,
      );
      assert.ok(textAt(worst[0]!)?.startsWith(at.slice(0, 20)), textAt(worst[0]!));
      assert.equal(found.state, 'bad');
    });

  it('4-ptr-no-zone is unknown at the PTR record', () => {
    const { found } = world('broken/4-ptr-no-zone', 'shudnow.net');
    assert.equal(steps(found).find(({ kind }) => kind === 'ptr')?.state, 'unknown');
    assert.equal(steps(found).filter(({ state }) => state === 'bad').length, 0);
  });

  it('has two mail domains', () => {
    const { zones } = world('right', 'shudnow.net');
    assert.deepEqual(mailDomainsOf(zones.find((zone) => zone.names.text(zone.apex) === 'shudnow.net.')!, 20), [
      'shudnow.net.',
      'sales.shudnow.net.',
    ]);
  });
});
