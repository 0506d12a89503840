import { codes } from '../code.ts';

export const dmarcCodes = codes({
  'dmarc/adkim-aspf-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Alignment mode other than r or s',
    messages: {
      value: '{name}= is "{value}" instead of r (relaxed) or s (strict), so receivers use r.',
    },
  },
  'dmarc/backslash-semicolon': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Literal backslash before a semicolon',
    messages: {
      backslash:
        'The published text has a backslash before ";" (it was escaped twice), which corrupts the value before it.',
    },
  },
  'dmarc/comma-separator': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Tags separated by a comma instead of a semicolon',
    messages: {
      comma: '"{separator}" before {name}= should be ";": receivers read {name}= as part of {tag}=.',
    },
  },
  'dmarc/duplicate-tag': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6376 §3.2',
    summary: 'Duplicate tag',
    messages: {
      duplicate: '{name}= occurs more than once, so receivers differ in what they use, if anything.',
    },
  },
  'dmarc/fo-value': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Invalid failure reporting options',
    messages: {
      value: '"{value}" isn\'t a failure reporting option (0, 1, d or s), so receivers ignore it.',
      comma: 'The options of fo= are separated by colons, so receivers ignore "{value}".',
      both: 'fo= has both 0 (everything failed) and 1 (anything failed), which exclude each other.',
      twice: '"{value}" occurs twice in fo=.',
    },
  },
  'dmarc/fo-without-ruf': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9989 §4.7',
    summary: 'fo= without ruf=',
    messages: {
      ignored: "fo={value} has no effect: there's no ruf= address for failure reports.",
    },
  },
  'dmarc/leading-space': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Text before v=DMARC1',
    messages: {
      leading: '"{value}" precedes v=DMARC1, so receivers ignore the whole record.',
    },
  },
  'dmarc/location': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.5',
    summary: "DMARC record at a name that receivers don't query",
    messages: {
      misplaced: 'Receivers query {expected}, not {owner}, so this DMARC record has no effect.',
      typo: 'Receivers query {expected}, not {owner}, so this DMARC record has no effect.',
    },
  },
  'dmarc/missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9989 §5.1.4',
    summary: 'Mail domain without a DMARC record',
    messages: {
      missing:
        '{domain} has mail but no DMARC record: its name can be forged, and large mailbox providers refuse bulk mail.',
    },
  },
  'dmarc/missing-semicolon': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Missing semicolon between two tags',
    messages: {
      missing: 'There\'s no ";" before {name}=, so receivers read it as part of {tag}=.',
    },
  },
  'dmarc/multiple': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9989 §4.10',
    summary: 'Several DMARC records at one name',
    messages: {
      several: 'This name has {count} DMARC records, so receivers discard all of them.',
    },
  },
  'dmarc/no-effect': {
    severity: 'information',
    source: 'RFC 9989 §4.7',
    summary: 'DMARC record without any effect',
    messages: {
      nothing: 'p=none without rua= has no effect: receivers change nothing and send no reports.',
    },
  },
  'dmarc/np-missing': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9989 §4.7',
    summary: 'No policy for nonexistent subdomains',
    messages: {
      missing: "Nonexistent subdomains get the policy {policy}, although np=reject can't hurt legitimate mail.",
    },
  },
  'dmarc/np-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.10.1',
    summary: 'Invalid policy for nonexistent subdomains',
    messages: {
      none: '"{value}" isn\'t a policy, so receivers treat the whole record as p=none.',
      nothing: "\"{value}\" isn't a policy and there's no usable rua=, so receivers don't apply DMARC.",
    },
  },
  'dmarc/p-missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9989 §4.10.1',
    summary: 'Missing policy',
    messages: {
      none: "There's no p= tag: because of rua=, receivers use p=none, but older ones ignore the record.",
      nothing: "There's no p= tag and no usable rua=, so receivers don't apply DMARC.",
    },
  },
  'dmarc/p-none': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9989 §5.1.7',
    summary: 'DMARC policy of none',
    messages: {
      none: 'p=none only collects reports: receivers still deliver mail that fails.',
    },
  },
  'dmarc/p-not-second': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7489 §6.3',
    summary: 'Policy not right after the version',
    messages: {
      order: "p= isn't right after v=DMARC1, so receivers that follow RFC 7489 may ignore the record.",
    },
  },
  'dmarc/p-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Invalid policy',
    messages: {
      none: '"{value}" isn\'t a policy (none, quarantine or reject), so receivers use p=none.',
      nothing: "\"{value}\" isn't a policy and there's no usable rua=, so receivers don't apply DMARC.",
    },
  },
  'dmarc/parked': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Domain without mail but without p=reject',
    messages: {
      parked: '{domain} has no mail, but without p=reject receivers may accept mail forged in its name.',
    },
  },
  'dmarc/pct-removed': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 9989 appendix A.6',
    summary: 'Obsolete pct= tag',
    messages: {
      whole: 'RFC 9989 removed pct= from DMARC, and {value} was its default anyway.',
      zero: 'RFC 9989 removed pct=, so receivers apply the policy to all mail; t=y replaces pct=0.',
      partial: 'RFC 9989 removed pct=, so receivers apply the policy to all mail, not {value}% of it.',
      range: "RFC 9989 removed pct= from DMARC, and {value} isn't a number from 0 to 100 anyway.",
    },
    profiles: { whole: 'strict', range: 'strict' },
  },
  'dmarc/psd-non-psd': {
    severity: 'warning',
    source: 'RFC 9989 §4.7',
    summary: "psd=y at a domain that isn't a public suffix",
    messages: {
      notPublic: 'psd=y declares {domain} a public suffix, so its mail no longer aligns with its subdomains.',
    },
  },
  'dmarc/psd-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Invalid psd= value',
    messages: {
      value: 'psd= is "{value}" instead of y, n or u, so receivers use u.',
    },
  },
  'dmarc/reject-without-spf-and-dkim': {
    severity: 'warning',
    source: 'RFC 9989 §7.4',
    summary: 'p=reject for a sending domain without SPF or DKIM',
    profiles: { noDkim: 'strict' },
    messages: {
      neither: '{domain} has p=reject but neither SPF nor a DKIM key, so all of its mail fails.',
      noDkim: '{domain} has p=reject but no DKIM key in this zone: forwarded mail fails SPF and is lost.',
    },
  },
  'dmarc/report-record-bad': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 9990 §4',
    summary: 'Ineffective record under _report._dmarc',
    messages: {
      version: "This record doesn't start with v=DMARC1, so receivers send no reports here.",
      policy: '{name}= has no effect under _report._dmarc; receivers read only v=DMARC1 and rua= here.',
      host: '"{value}" is at {host} instead of {expected}, so receivers send no report at all.',
    },
  },
  'dmarc/rf-removed': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9989 appendix C.5.2',
    summary: 'Obsolete rf= tag',
    messages: {
      removed: 'RFC 9989 removed rf= from DMARC, so rf={value} has no effect.',
    },
  },
  'dmarc/ri-removed': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9989 appendix C.5.2',
    summary: 'Obsolete ri= tag',
    messages: {
      removed: 'RFC 9989 removed ri= from DMARC, so ri={value} has no effect.',
    },
  },
  'dmarc/rua-domain-no-mx': {
    severity: 'warning',
    source: 'RFC 5321 §5.1',
    summary: 'Report address in a domain without mail',
    messages: {
      noMail: "Reports can't be delivered: {host} has no MX or address records, or has a null MX.",
    },
  },
  'dmarc/rua-external': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 9990 §4',
    summary: 'Reports to another organization without its consent',
    profiles: { needs: 'strict' },
    messages: {
      needs: 'Receivers send reports to {host} only if {name} has a TXT record "v=DMARC1;" (not checked).',
      missing: 'Receivers send no reports to {host}: there\'s no TXT record "v=DMARC1;" at {name}.',
    },
  },
  'dmarc/rua-missing': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9989 §5.1.3',
    summary: 'Missing address for aggregate reports',
    messages: {
      missing: "There's no rua= tag, so receivers send no aggregate reports.",
    },
  },
  'dmarc/sp-on-subdomain': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 9989 §4.7',
    summary: 'sp= or np= below the organizational domain',
    messages: {
      ignored: '{name}= has no effect here: receivers read the subdomain policy only from {organization}.',
    },
  },
  'dmarc/sp-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.10.1',
    summary: 'Invalid policy for subdomains',
    messages: {
      none: '"{value}" isn\'t a policy, so receivers treat the whole record as p=none.',
      nothing: "\"{value}\" isn't a policy and there's no usable rua=, so receivers don't apply DMARC.",
    },
  },
  'dmarc/sp-weaker-than-p': {
    severity: 'information',
    source: 'RFC 9989 §4.7',
    summary: 'Weaker policy for subdomains than for the domain',
    messages: {
      sp: 'sp={sp} is weaker than p={p}: forgers just have to use a subdomain.',
      np: 'np={np} is weaker than {from}={policy}: forgers just have to use a nonexistent subdomain.',
    },
  },
  'dmarc/t-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Invalid test mode',
    messages: {
      value: 't= is "{value}" instead of y or n, so receivers apply the policy in full.',
    },
  },
  'dmarc/tag-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Malformed tag',
    messages: {
      colon: '"{name}" takes "=", not ":", so receivers ignore the tag.',
      noEquals: '"{value}" has no "=", so it isn\'t a tag and has no effect.',
      uri: '"{value}" is a report address after a ";" and gets no reports; addresses are separated by commas.',
      name: '"{value}" isn\'t a valid tag name; tag names contain only letters.',
      empty: "There's nothing between two semicolons; strict receivers discard the record.",
      octet: "The octet {value} isn't allowed in a DMARC record; strict receivers discard it.",
      value: '{name}= has no value, so receivers use its default.',
    },
  },
  'dmarc/trailing-junk': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Junk after the last tag',
    messages: {
      trailing: '"{value}" at the end isn\'t a tag; strict receivers discard the record.',
    },
  },
  'dmarc/unknown-tag': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Unknown tag',
    messages: {
      ignored: "{name}= isn't a DMARC tag, so receivers ignore it.",
      near: "{name}= isn't a DMARC tag, so receivers ignore it; did you mean {expected}=?",
    },
  },
  'dmarc/unrelated-txt': {
    severity: 'warning',
    source: 'RFC 9989 §4.10',
    summary: 'Unrelated TXT record at _dmarc',
    messages: {
      alias: '{target}, which the alias leads to, has "{text}" instead of a DMARC record.',
      unrelated: "This TXT record isn't a DMARC record: receivers discard it, but some tools count it as one.",
      spf: "This is an SPF record, which belongs at the domain itself: receivers don't look for it here.",
    },
  },
  'dmarc/uri-bare-address': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.6',
    summary: 'Report address without mailto:',
    messages: {
      bare: '"{value}" isn\'t a URI, so it gets no reports; write mailto:{value}.',
    },
  },
  'dmarc/uri-count': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 7489 §6.2',
    summary: 'More than two report addresses',
    messages: {
      many: '{name}= has {count} addresses; receivers may skip all but two.',
    },
  },
  'dmarc/uri-encoding': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Unencoded character in a report address',
    messages: {
      space: 'The report address contains white space, so receivers send no reports there.',
      exclamation: '"!" in a report address must be %21; receivers read it as a size limit.',
    },
  },
  'dmarc/uri-scheme': {
    severity: 'warning',
    source: 'RFC 9989 §4.7',
    summary: 'Report URI other than mailto:',
    messages: {
      scheme: '"{value}" isn\'t a mailto: address, and receivers send reports only by mail.',
    },
  },
  'dmarc/uri-size-suffix': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9989 §4.8',
    summary: 'Obsolete size limit on a report address',
    messages: {
      size: 'The size limit "{value}" is obsolete, and receivers ignore it.',
    },
  },
  'dmarc/uri-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Invalid report address',
    messages: {
      empty: "There's no report address here, so receivers send no reports.",
      text: '"{value}" is neither a mail address nor a URI, so it gets no reports.',
      host: '"{value}" names no domain that could receive reports.',
      slashes: 'A mailto: address has no "//", so receivers send no reports there.',
    },
  },
  'dmarc/version-case': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.8',
    summary: 'Version in the wrong case',
    messages: {
      value: '"{value}" must be DMARC1 in capitals, so receivers ignore the whole record.',
      tag: 'The tag is "{value}=", but many receivers look for exactly "v=DMARC1" and ignore the record.',
    },
  },
  'dmarc/version-garbage': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Version other than DMARC1',
    messages: {
      garbage: 'The version is "{value}" instead of DMARC1, so receivers ignore the whole record.',
    },
  },
  'dmarc/version-not-first': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 9989 §4.7',
    summary: 'Version tag missing or not first',
    messages: {
      notFirst: "v={value} isn't the first tag, so receivers ignore the whole record.",
      missing: "The record doesn't start with v=DMARC1, so receivers ignore the whole record.",
    },
  },
});
