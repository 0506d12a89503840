import { serialAfter } from '../../kit/raise-serial.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, wholeZone } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const SOA = 6, MS = 1000;

const metas: readonly RuleMeta[] = [
  {
    code: 'zone/serial-unchanged', severity: 'warning', source: 'RFC 1912 §2.2', fix: 'unsafe', summary: 'Changed records with an unchanged serial',
    messages: { same: 'Records were changed and saved, but the serial is still {serial}: secondaries keep the old zone.' },
  },
  {
    code: 'zone/serial-backwards', severity: 'warning', source: 'RFC 1982 §3.2', fix: 'unsafe', summary: 'Serial that went backwards',
    messages: { smaller: 'The serial went from {before} down to {serial}: secondaries keep the old zone.' },
  },
];

/** Whether secondaries will notice what was saved, beside the zone as it was opened. Only editors know that. */
export default defineFamily(metas, wholeZone(), function* ({ published, saved, apex }, context) {
  const [soa] = context.records(apex, SOA);
  if (published === undefined || saved === undefined || soa === undefined || soa.broken) return;
  const serial = soa.number('serial'), before = published.serial, ahead = serial - before | 0;
  if (ahead > 0 || (ahead === 0 && saved.records === published.records)) return;
  const next = serialAfter(before, new Date((context.settings.now ?? 0) * MS)), at = soa.span('serial');
  yield {
    code: ahead === 0 ? 'zone/serial-unchanged' : 'zone/serial-backwards', message: ahead === 0 ? 'same' : 'smaller', at, args: { serial, before, next },
    ...(soa.generated ? {} : { fixes: [replacement(context.zone, at, String(next), `Raise the serial to ${next}`, false)] }),
  };
});
