import { hexText } from '../../../zone/rrtypes/kinds/digits.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { replaceSpan } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { isKnownDigest, zoneDigest } from '../../kit/zone-digest.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { SOA, ZONEMD } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: wholeZone(),
  reports: 'zonemd/digest',
  *run(zone, context) {
    if (
      !zone.apexKnown ||
      zone.records.countOf(ZONEMD) === 0 ||
      (zone.signing.isLarge && context.settings.profile === 'recommended')
    )
      return;
    const [soa] = context.records(zone.apex, SOA),
      digests = context.records(zone.apex, ZONEMD);
    if (soa === undefined || soa.broken) return;
    for (const record of digests) {
      if (
        record.broken ||
        !isKnownDigest(record.number('scheme'), record.number('hash-algorithm')) ||
        record.number('serial') !== soa.number('serial')
      )
        continue;
      const algorithm = record.number('hash-algorithm'),
        digest = context.fact(`digest ${algorithm}`, () => {
          const octets = zoneDigest(zone, algorithm);
          return octets === undefined ? undefined : hexText(octets).toLowerCase();
        });
      if (digest === undefined || digest === record.print('digest').replace(/\s/g, '').toLowerCase()) continue;
      yield {
        message: 'differs',
        at: record.span('digest'),
        args: { digest: digest.slice(0, 8) },
        fixes: [rewritten(record, digest)],
      };
    }
  },
});

function rewritten(record: RecordView, digest: string): Fix {
  return {
    title: 'Write the digest of the zone as it stands',
    safe: false,
    edits: () => [replaceSpan(record.zone, record.span('digest'), digest)],
  };
}
