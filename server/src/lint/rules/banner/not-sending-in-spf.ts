import { checkHost, firstAll, isSpf, parseSpf } from '../../../mail/spf/spf.ts';
import type { SpfResult } from '../../../mail/spf/spf.ts';
import { plainName } from '../../../mail/dns/resolver.ts';
import { HAS_TXT } from '../../../zone/records/record-table.ts';
import { configuredHost } from '../../kit/mail/configured-host.ts';
import { coverage } from '../../kit/mail/spf-coverage.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

const verdicts: Partial<Record<SpfResult, string>> = {
  fail: 'refuse the mail',
  softfail: 'treat the mail as suspicious',
  neutral: 'trust the mail less',
};

export default check({
  on: eachRrset(['MX'], { when: (zone, _record, name) => (zone.records.kinds(name) & HAS_TXT) !== 0 }),
  reports: 'banner/not-sending-in-spf',
  *run({ owner, records }, context) {
    if (context.settings.mailHosts.length === 0 || !context.zone.apexKnown) return;
    const [record, more] = context.records(owner, TXT).filter((each) => !each.broken && isSpf(each.text.joined));
    if (record === undefined || more !== undefined) return;
    const domain = plainName(context.absolute(owner)),
      { text } = record,
      parsed = parseSpf(text.joined),
      last = firstAll(parsed) ?? parsed.terms.at(-1);
    const missing = records
        .flatMap((mx) => {
          const host = mx.broken ? undefined : configuredHost(mx.target, context);
          return (host?.sendingAddresses ?? []).map((address) => ({
            host: context.show(mx.target),
            address,
            result: checkHost(
              { ip: address, sender: `postmaster@${domain}`, helo: host?.banner ?? context.show(mx.target) },
              context.resolver,
              { clock: () => 0 },
            ).result,
          }));
        })
        .filter(({ result }) => verdicts[result] !== undefined),
      [first] = missing;
    if (first === undefined || last === undefined) return;
    const at = text.span(last.start, last.end);
    yield {
      message: 'verdict',
      at,
      args: { ...first, domain: context.show(owner), what: verdicts[first.result]! },
      fixes: [
        coverage(
          { record, text: text.joined, at },
          missing.map(({ address }) => address),
          false,
        ),
      ],
    };
  },
});
