import { check, eachRrset } from '../../engine/check.ts';

/** What became of a type, and what to do. MD, MF and SPF have rules of their own; KEY is still used for SIG(0). */
const instead: Readonly<Record<string, string>> = {
  A6: 'Resolvers ask only for AAAA (RFC 6563).',
  NXT: 'NSEC replaced them, and validators ignore them (RFC 3755).',
  SIG: 'RRSIG replaced them, and validators ignore them (RFC 3755).',
  MB: 'Mail servers use MX instead.',
  MG: 'Mail servers use MX instead.',
  MR: 'Mail servers use MX instead.',
  MINFO: 'No mail server uses them; RP names a contact.',
  NULL: "They aren't allowed in zone files, and some servers refuse them.",
  WKS: 'Nothing should rely on them (RFC 1123 §2.2); use SRV.',
  GPOS: 'LOC replaced them (RFC 1876).',
  RT: 'Nothing looks for them anymore.',
  X25: 'Nothing looks for them anymore.',
  ISDN: 'Nothing looks for them anymore.',
  NSAP: 'Nothing looks for them anymore.',
  'NSAP-PTR': 'Nothing looks for them anymore.',
  DLV: 'Their registry is gone (RFC 8749); the parent should publish a DS.',
  TA: 'Nothing looks for them anymore.',
};

export default check({
  on: eachRrset(Object.keys(instead)),
  reports: 'type/obsolete',
  *run({ records }) {
    const [first] = records,
      type = first?.mnemonic ?? '';
    if (first !== undefined)
      yield { message: 'gone', at: first.typeSpan, args: { type, instead: instead[type] ?? '' } };
  },
});
