import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { addRecord } from '../../kit/add-record.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, CDNSKEY, CDS, CSYNC } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'dsync/rrtype' | 'dsync/scheme' | 'dsync/port' | 'dsync/owner' | 'dsync/target'>;
/** Schemes from here on are for private use. */
const NOTIFY = 1,
  PRIVATE = 128;
/** Where children of a zone tell about their changes: RFC 9859. */
export default check({
  on: eachRecord(['DSYNC']),
  reports: ['dsync/rrtype', 'dsync/scheme', 'dsync/port', 'dsync/owner', 'dsync/target'],
  *run(record, context) {
    const { zone } = context;
    if (record.broken || !zone.apexKnown || !zone.inZone(record.owner)) return;
    if (!isBelowDsync(zone, record.owner))
      yield {
        code: 'dsync/owner',
        message: 'place',
        at: record.ownerSpan ?? record.typeSpan,
        args: { apex: context.show(zone.apex), name: context.show(record.owner) },
      };
    yield* fields(record, context);
  },
});

function isBelowDsync(zone: Zone, owner: NameId): boolean {
  for (let name = owner; name !== zone.apex && name !== ROOT; name = zone.names.parent(name))
    if (zone.names.label(name) === '_dsync') return true;
  return false;
}

function* fields(record: RecordView, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    type = record.number('rrtype'),
    scheme = record.number('scheme'),
    target = context.show(record.target);
  if (type !== CDS && type !== CSYNC) {
    const at = record.span('rrtype'),
      cdnskey = type === CDNSKEY;
    yield {
      code: 'dsync/rrtype',
      message: cdnskey ? 'cdnskey' : 'other',
      at,
      args: { type: record.print('rrtype') },
      ...(record.generated || !cdnskey ? {} : { fixes: [replacement(zone, at, 'CDS', 'Write CDS', false)] }),
    };
  }
  if (scheme !== NOTIFY && scheme < PRIVATE) {
    const at = record.span('scheme');
    yield {
      code: 'dsync/scheme',
      message: scheme === 0 ? 'null' : 'unknown',
      at,
      args: { scheme },
      fixes: [replacement(zone, at, 'NOTIFY', 'Write NOTIFY', false)],
    };
  }
  if (scheme === NOTIFY && record.number('port') === 0)
    yield { code: 'dsync/port', message: 'zero', at: record.span('port'), args: { target } };
  if (record.target <= ROOT) return;
  const found = context.lookup(record.target, A);
  if (
    (found.status !== 'no-name' && found.status !== 'no-data') ||
    context.lookup(record.target, AAAA).status === 'answer' ||
    forgottenDot(record, 'target', context) !== undefined
  )
    return;
  yield {
    code: 'dsync/target',
    message: 'missing',
    at: record.span('target'),
    args: { target },
    fixes: [
      {
        title: `Add an A record for ${target}`,
        safe: false,
        edits: () => [addRecord(zone, record.target, 'A', '${1:address}', { after: record, snippet: true })],
      },
    ],
  };
}
