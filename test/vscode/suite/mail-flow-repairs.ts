/** What a person does to put an example right: a fix of the finding with this code, and what they type over what it leaves selected; or a wizard with its answers. */
type Act =
  | { readonly code: string; readonly at: string; readonly fix: string; readonly types?: string }
  | { readonly wizard: string; readonly answers: Readonly<Record<string, string | readonly string[]>> };

export interface Repair {
  /** Below examples/mail-flow/broken. */
  readonly folder: string;
  /** Codes of what is found in shudnow.net.zone, and in the reverse zone. */
  readonly found: readonly string[];
  readonly foundInReverse?: readonly string[];
  readonly acts: readonly Act[];
  /** The file that is changed, where it is not shudnow.net.zone. */
  readonly changes?: string;
  /** Lines that go and that come. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const reverse = '30.20.10.in-addr.arpa.zone';
const mx = '                IN      MX      10 ',
  txt = '                IN      TXT     ';

/** One mistake in each of the seven steps of a mail's way, or several. */
export const repairs: readonly Repair[] = [
  {
    folder: '1-a-missing',
    found: ['mx/no-address'],
    foundInReverse: ['ptr/forward-mismatch'],
    acts: [
      { code: 'mx/no-address', at: '16:36-16:53', fix: 'Add an A record for smtp.shudnow.net', types: '10.20.30.40' },
    ],
    removed: [],
    added: ['smtp            IN      A       10.20.30.40'],
  },
  {
    folder: '2-mx-cname',
    found: ['mx/cname'],
    acts: [{ code: 'mx/cname', at: '14:36-14:53', fix: 'Point the MX at mailserver.shudnow.net' }],
    removed: [`${mx}smtp.shudnow.net.`],
    added: [`${mx}mailserver`],
  },
  {
    folder: '2-mx-is-ip',
    found: ['mx/is-ip'],
    acts: [{ code: 'mx/is-ip', at: '15:36-15:47', fix: 'Point the MX at smtp.shudnow.net, which has this address' }],
    removed: [`${mx}10.20.30.40`],
    added: [`${mx}smtp`],
  },
  {
    folder: '2-mx-missing-dot',
    found: ['mx/missing-dot'],
    acts: [{ code: 'mx/missing-dot', at: '15:36-15:52', fix: 'Add the final dot' }],
    removed: [`${mx}smtp.shudnow.net`],
    added: [`${mx}smtp.shudnow.net.`],
  },
  {
    folder: '3-child-mx',
    found: ['mx/no-address'],
    acts: [{ code: 'mx/no-address', at: '21:36-21:59', fix: 'Point the MX at smtp.shudnow.net, which has an address' }],
    removed: ['sales           IN      MX      10 smtp.sales.shudnow.net.'],
    added: ['sales           IN      MX      10 smtp'],
  },
  {
    folder: '4-ptr-missing',
    found: ['ptr/missing'],
    changes: reverse,
    acts: [{ code: 'ptr/missing', at: '20:33-20:44', fix: 'Add a PTR record for 10.20.30.40 to the reverse zone' }],
    removed: [],
    added: ['40      IN      PTR     smtp.shudnow.net.'],
  },
  {
    folder: '4-ptr-mismatch',
    found: ['ptr/mismatch'],
    foundInReverse: ['ptr/forward-mismatch'],
    changes: reverse,
    acts: [{ code: 'ptr/mismatch', at: '19:33-19:44', fix: 'Point the PTR record at smtp.shudnow.net' }],
    removed: ['40      IN      PTR     exchange.shudnow.net.'],
    added: ['40      IN      PTR     smtp.shudnow.net.'],
  },
  {
    folder: '5-banner',
    found: ['banner/ptr-mismatch'],
    changes: reverse,
    acts: [{ code: 'banner/ptr-mismatch', at: '19:33-19:44', fix: 'Point the PTR record at mail.shudnow.net' }],
    removed: ['40      IN      PTR     smtp.shudnow.net.'],
    added: ['40      IN      PTR     mail.shudnow.net.'],
  },
  {
    folder: '6-starttls',
    found: ['banner/certificate-mismatch'],
    acts: [
      {
        code: 'banner/certificate-mismatch',
        at: '21:33-21:44',
        fix: 'Point the MX at mail.shudnow.net, which is in the certificate',
      },
    ],
    removed: [`${mx}smtp.shudnow.net.`],
    added: [`${mx}mail`],
  },
  {
    folder: '7-spf-address',
    found: ['spf/ip4-syntax'],
    acts: [{ code: 'spf/ip4-syntax', at: '16:53-16:56', fix: 'Replace with ip4:95.0.0.0/16' }],
    removed: [`${txt}"v=spf1 mx ip4:95.0.X.X -all"`],
    added: [`${txt}"v=spf1 mx ip4:95.0.0.0/16 -all"`],
  },
  {
    folder: '7-spf-two',
    found: ['spf/multiple'],
    acts: [{ code: 'spf/multiple', at: '16:33-16:81', fix: 'Merge the two SPF records' }],
    removed: [`${txt}"v=spf1 mx -all"`, `${txt}"v=spf1 include:spf.protection.outlook.com -all"`],
    added: [`${txt}"v=spf1 mx include:spf.protection.outlook.com -all"`],
  },
  {
    folder: '7-spf-words',
    found: ['spf/mechanism-eq', 'spf/unknown-mechanism', 'spf/after-all'],
    acts: [{ wizard: 'zonewright.editSpf', answers: {} }],
    removed: [`${txt}"v=spf1 mx ip4=10.20.30.41 inclde:spf.protection.outlook.com -all a:www.shudnow.net"`],
    added: [`${txt}"v=spf1 mx ip4:10.20.30.41 include:spf.protection.outlook.com -all"`],
  },
];
