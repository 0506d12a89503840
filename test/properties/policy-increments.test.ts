import assert from 'node:assert/strict';
import { it } from 'node:test';

import fc from 'fast-check';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { ZoneHost } from '../../server/src/zone/records/include-host.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../server/src/text/utf8.ts';

const zoneText =
  '$TTL 3600\n@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 300\n@ NS ns1.example.net.\n@ MX 10 mx1.example.net.\n@ MX 20 mail\nmail A 192.0.2.25\n_mta-sts TXT "v=STSv1; id=1"\nmta-sts A 192.0.2.80\n';
const policyText = 'version: STSv1\r\nmode: enforce\r\nmx: mx1.example.net\r\nmx: *.example.com\r\nmax_age: 604800\r\n';
const uris = { zone: 'file:///w/example.com.zone', policy: 'file:///w/web/.well-known/mta-sts.txt' };
const pieces = {
  zone: ['x', '\n', '@ MX 30 new\n', ';', '_mta-sts ', '"v=STSv1; id=2"', ' '],
  policy: ['x', '\r\n', '\n', 'mx: mx1.example.net\n', ': ', 'none', ' ', '\ufeff'],
};

function sourceOf(uri: string, text: string): SourceText {
  const source = new SourceText(uri, new Lexer());
  source.load(encode(text), () => undefined);
  return source;
}

/** A zone and a policy beside it, and maybe a zone of somebody else. */
class World {
  readonly workspace = new Workspace(allChecks);
  readonly zone: LintedZone;
  readonly texts: { readonly zone: SourceText; readonly policy: SourceText };
  private other: LintedZone | undefined;

  constructor(zone: string, policy: string, withOther: boolean) {
    this.texts = { zone: sourceOf(uris.zone, zone), policy: sourceOf(uris.policy, policy) };
    this.zone = this.workspace.open(this.texts.zone, {
      apex: 'example.com.',
      host: this.host,
      settings: { ...defaultSettings, profile: 'all' },
    });
    if (withOther) this.toggleOther();
  }

  private get host(): ZoneHost {
    return { include: () => 'missing', named: (name) => (name === 'mta-sts.txt' ? [this.texts.policy] : []) };
  }

  get hasOther(): boolean {
    return this.other !== undefined;
  }

  toggleOther(): void {
    if (this.other === undefined)
      this.other = this.workspace.open(sourceOf('file:///w/example.org.zone', zoneText), {
        apex: 'example.org.',
        host: this.host,
        settings: defaultSettings,
      });
    else {
      this.workspace.close(this.other);
      this.other = undefined;
    }
  }

  findings(): readonly string[] {
    while (!(this.zone.settled && this.other?.settled !== false)) {
      this.zone.settle(() => false);
      this.other?.settle(() => false);
    }
    return [...this.zone.shown()]
      .map(({ code, message, place, related }) => JSON.stringify([code, message, place, related]))
      .sort();
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('zone' as const, 'policy' as const),
      line: fc.nat(9),
      from: fc.nat(12),
      length: fc.nat(6),
      piece: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'other' as const }) },
);

it('after any edits of a zone and of the policy beside it, the findings are those of a fresh open', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const world = new World(zoneText, policyText, false);
      for (const one of steps) {
        if (one.kind === 'other') world.toggleOther();
        else {
          const some = pieces[one.kind],
            { line, from, length } = one;
          world.workspace.edit(
            world.texts[one.kind],
            { start: { line, character: from }, end: { line, character: from + length } },
            one.piece < some.length ? some[one.piece]! : '',
          );
        }
        world.findings();
      }
      assert.deepEqual(
        world.findings(),
        new World(world.texts.zone.text(), world.texts.policy.text(), world.hasOther).findings(),
      );
    }),
    { numRuns: 150 },
  );
});
