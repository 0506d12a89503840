import { serialAfter } from '../../kit/raise-serial.ts';
import { replacement } from '../../kit/edits.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

const MS = 1000;
/** Whether secondaries will notice what was saved, beside the zone as it was opened. Only editors know that. */
export default check({
  on: wholeZone(),
  reports: ['zone/serial-unchanged', 'zone/serial-backwards'],
  *run({ published, saved, apex }, context) {
    const [soa] = context.records(apex, SOA);
    if (published === undefined || saved === undefined || soa === undefined || soa.broken) return;
    const serial = soa.number('serial'),
      before = published.serial,
      ahead = (serial - before) | 0;
    if (ahead > 0 || (ahead === 0 && saved.records === published.records)) return;
    const next = serialAfter(before, new Date((context.settings.now ?? 0) * MS)),
      at = soa.span('serial');
    const place = {
      at,
      args: { serial, before, next },
      fixes: [replacement(context.zone, at, String(next), `Raise the serial to ${next}`, false)],
    };
    if (ahead === 0) yield { code: 'zone/serial-unchanged', message: 'same', ...place };
    else yield { code: 'zone/serial-backwards', message: 'smaller', ...place };
  },
});
