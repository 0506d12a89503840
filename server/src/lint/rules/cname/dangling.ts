import { appendedApex, forgottenDot, isAddressText, isUrlText } from '../../kit/forgotten-dot.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { standInLabel } from '../../kit/placeholder.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['CNAME'], {
    when: (zone, record, name) => {
      const target = zone.records.target[record]!;
      return target > 0 && target !== name && zone.records.kinds(target) === 0;
    },
  }),
  reports: 'cname/dangling',
  *run(cname, context) {
    if (
      cname.broken ||
      !context.zone.apexKnown ||
      context.lookup(cname.target, A).status !== 'no-name' ||
      forgottenDot(cname, 'cname', context) !== undefined ||
      isAddressText(cname, 'cname') ||
      appendedApex(cname, 'cname', context) !== undefined ||
      isUrlText(cname, 'cname') ||
      standInLabel(context.zone, cname.target) >= 0 ||
      isPolicyZone(context)
    )
      return;
    yield {
      message: 'absent',
      at: cname.rdataSpan,
      args: { name: context.show(cname.owner), target: context.show(cname.target) },
    };
  },
});
