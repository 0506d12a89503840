import { daneHostFindings } from '../../../mail/dane/dane.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { below } from '../../kit/mail/mail-owner-check.ts';
import { addRecord } from '../../kit/add-record.ts';
import type { AddOptions } from '../../kit/add-record.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA, TLSA } from '../../../zone/rrtypes/codes.ts';

const code = 'tlsa/partial-mx';

export default check({
  on: eachRrset(['MX'], { several: true }),
  reports: code,
  *run({ records }, context) {
    const { zone } = context,
      targets = records.filter((mx) => !mx.broken && mx.target > 0);
    const hosts = targets.map(({ target }) => {
      const tlsa = below(context, target, ['_25', '_tcp']);
      return {
        name: context.show(target),
        hasTlsa: tlsa >= 0 && (context.has(tlsa, TLSA) || (context.kinds(tlsa) & HAS_CNAME) !== 0),
        known: context.lookup(target, A).status === 'answer',
      };
    });
    if (!zone.apexKnown) return;
    for (const said of daneHostFindings(hosts)) {
      const { host } = said,
        mx = targets[hosts.findIndex(({ name }) => name === host)]!,
        owner = below(context, mx.target, ['_25', '_tcp']);
      yield {
        said,
        at: mx.span('exchange'),
        ...(owner < 0
          ? {}
          : {
              fixes: [
                {
                  title: `Add a TLSA record for ${host}`,
                  safe: false,
                  edits: () => [
                    addRecord(zone, owner, 'TLSA', '3 1 1 ${1:SHA-256 digest of the public key}', {
                      snippet: true,
                      ...lastAddress(context, mx.target),
                    }),
                  ],
                },
              ],
            }),
      };
    }
  },
});

/** The address record behind which the new record goes. */
function lastAddress(context: RuleContext, host: NameId): AddOptions {
  const after = [...context.records(host, A), ...context.records(host, AAAA)].at(-1);
  return after === undefined ? {} : { after };
}
