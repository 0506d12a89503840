import type { MtaStsFacts } from '../../../mail/mta-sts/mta-sts.ts';
import { HAS_MX } from '../../../zone/records/record-table.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RuleContext } from '../../engine/context.ts';
import { below } from './mail-owner-check.ts';
import { A, AAAA, TXT } from '../../../zone/rrtypes/codes.ts';

/** What a domain of the zone has of MTA-STS and around it. */
export function mtaStsFacts(context: RuleContext, domain: NameId): MtaStsFacts {
  const record = below(context, domain, ['_mta-sts']),
    reports = below(context, domain, ['_smtp', '_tls']);
  return {
    domain: context.show(domain),
    hasRecord: isThere(context, record, TXT) !== false,
    hasHost: hasHost(context, below(context, domain, ['mta-sts'])),
    hasMx: (context.kinds(domain) & HAS_MX) !== 0,
    hasTlsRpt: isThere(context, reports, TXT) !== false,
  };
}

/** Undefined where another zone answers. */
function isThere(context: RuleContext, name: NameId, type: number): boolean | undefined {
  if (name < 0) return false;
  switch (context.lookup(name, type).status) {
    case 'answer':
    case 'alias':
      return true;
    case 'no-data':
    case 'no-name':
      return false;
    default:
      return undefined;
  }
}

function hasHost(context: RuleContext, host: NameId): boolean | undefined {
  const found = isThere(context, host, A);
  return found === false ? isThere(context, host, AAAA) : found;
}
