import { codes } from '../code.ts';

export const cdsCodes = codes({
  'cds/alone': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7344 §4',
    summary: 'CDS without CDNSKEY, or CDNSKEY without CDS',
    messages: {
      alone: '{name} has {type} records but no {other} record: parents that read only {other} do nothing.',
    },
  },
  'cds/delete-form': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 8078 §4',
    summary: 'Malformed CDS or CDNSKEY deletion request',
    messages: {
      form: 'A request to remove all DS records must read {right}: BIND refuses the zone, parents ignore it.',
    },
  },
  'cds/delete-with-others': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 8078 §4',
    summary: 'CDS or CDNSKEY deletion request next to other records',
    messages: {
      beside:
        "This {type} asks to remove all DS records, but others don't: BIND refuses the zone, the parent does nothing.",
    },
  },
  'cds/digest-deprecated': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8624 §3.3, RFC 9904',
    summary: 'CDS with a deprecated digest type',
    messages: {
      deprecated: 'This CDS uses the deprecated {digest}: parents refuse it, or validators ignore the DS.',
    },
  },
  'cds/key-mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7344 §4.1',
    summary: 'CDS or CDNSKEY without a matching key in the zone',
    messages: {
      tag: "{name} has no DNSKEY with tag {tag} and algorithm {algorithm}: the parent's DS would match no key.",
      digest: "This isn't the digest of key {tag} of {name}: the parent's DS would match no key.",
      key: "{name} has no DNSKEY with this key: the parent's DS would match no key.",
      flags: "The key's DNSKEY has flags {right}, not {flags}: the parent's DS would match no key.",
    },
  },
  'cds/no-dnskey': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 7344 §4.1',
    summary: 'CDS or CDNSKEY for an algorithm without a key',
    messages: {
      none: '{name} has no DNSKEY with algorithm {algorithm}: BIND refuses the zone, and following this {type} would break {name}.',
    },
  },
  'cds/not-apex': {
    severity: 'warning',
    source: 'RFC 7344 §4.1',
    summary: 'CDS or CDNSKEY below the apex',
    messages: {
      below: 'Parents look for {type} only at {apex}, so they never see {name}.',
    },
  },
  'cds/pair': {
    severity: 'warning',
    source: 'RFC 7344 §4',
    summary: 'CDS and CDNSKEY records that disagree',
    messages: {
      differ: 'No CDNSKEY record matches this CDS (key tag {tag}), so parents ignore both.',
      noCds: 'No CDS record matches this CDNSKEY (key tag {tag}), so parents ignore both.',
      deletion: "This {type} asks to remove all DS records, but the {other} records don't: parents may do either.",
    },
  },
});
