import { defineRule, eachRrset } from '../../engine/rule.ts';

/** What became of a type, and what to do. MD, MF and SPF have rules of their own; KEY is still used for SIG(0). */
const instead: Readonly<Record<string, string>> = {
  A6: 'RFC 6563 made it historic, and resolvers ask for AAAA only. Use AAAA.',
  NXT: 'RFC 3755 replaced it by NSEC, and validators ignore it. Sign the zone anew.',
  SIG: 'RFC 3755 replaced it by RRSIG, and validators ignore it. Sign the zone anew.',
  MB: 'It was an experiment that no mail server uses. Use MX.',
  MG: 'It was an experiment that no mail server uses. Use MX.',
  MR: 'It was an experiment that no mail server uses. Use MX.',
  MINFO: 'It was an experiment that no mail server uses. Use RP.',
  NULL: 'It must not be in zone files, and some servers refuse it.',
  WKS: 'RFC 1123 §2.2 says that nothing should rely on it. Use SRV.',
  GPOS: 'RFC 1876 replaced it by LOC. Use LOC.',
  RT: 'Nothing looks for it any more.',
  X25: 'Nothing looks for it any more.',
  ISDN: 'Nothing looks for it any more.',
  NSAP: 'Nothing looks for it any more.',
  'NSAP-PTR': 'Nothing looks for it any more.',
  DLV: 'RFC 8749 made it historic, and its registry is gone. Have the parent publish a DS.',
  TA: 'Nothing looks for it any more.',
};

export default defineRule({
  meta: {
    code: 'type/obsolete',
    severity: 'information',
    source: 'RFC 6895 §3.1',
    summary: 'A record of a type that nothing uses any more.',
    messages: { gone: '{type} records are obsolete. {instead}' },
  },
  on: eachRrset(Object.keys(instead)),
  *check({ records }) {
    const [first] = records, type = first?.mnemonic ?? '';
    if (first !== undefined) yield { message: 'gone', at: first.typeSpan, args: { type, instead: instead[type] ?? '' } };
  },
});
