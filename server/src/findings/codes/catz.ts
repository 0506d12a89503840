import { codes } from '../code.ts';

export const catzCodes = codes({
  'catz/acl': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'BIND',
    summary: 'Catalog zone access list that BIND reads only in part',
    messages: {
      several: 'With several APL records at one name, BIND reads whichever comes first and ignores the rest.',
      label: 'BIND reads {label} only at its own name and ignores this record.',
    },
  },
  'catz/class': {
    severity: 'error',
    source: 'RFC 9432 §4.1',
    summary: 'Catalog zone in a class other than IN',
    messages: {
      other: "This catalog zone has class {class} instead of IN, so its member zones aren't served.",
    },
  },
  'catz/coo': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9432 §4.3.1',
    summary: 'Conflicting or pointless move of a catalog member',
    messages: {
      several: 'This member already moves to {first}: with two coo records, servers must not use the catalog.',
      self: 'This member is already in {catalog}, so the record moves it nowhere.',
    },
    severities: { self: 'warning' },
  },
  'catz/group-strings': {
    severity: 'information',
    source: 'RFC 9432 §4.3.2',
    summary: 'Catalog member group made of several strings',
    messages: {
      strings:
        'This group has {count} strings: Knot DNS refuses the catalog ("malformed data"), NSD ignores the group.',
    },
  },
  'catz/group-value': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9432 §4.3.2',
    summary: 'Catalog member group that servers read differently',
    messages: {
      several: 'This member already has a group: Knot DNS uses one of them, NSD none.',
      empty: "This group is empty, so NSD and Knot DNS don't count it.",
    },
  },
  'catz/letter-case': {
    severity: 'warning',
    fix: 'safe',
    source: 'BIND',
    summary: 'Catalog zone label with capital letters',
    messages: {
      capitals: 'BIND knows {label} only in lowercase and ignores records with {written} in their names.',
    },
  },
  'catz/member-ptr': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9432 §4.1',
    summary: 'Catalog member with several PTR records',
    messages: {
      several: 'The member {name} is already {first}: with two PTR records, servers must not use the catalog.',
    },
  },
  'catz/member-self': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9432 §5.2',
    summary: 'Catalog zone listed as its own member',
    messages: {
      self: 'This makes {zone} a member of itself, so servers ignore the record.',
    },
  },
  'catz/member-twice': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9432 §4.1',
    summary: 'Zone listed twice in a catalog',
    messages: {
      twice: '{zone} is already a member, as {other}: servers must not use the catalog.',
    },
  },
  'catz/member-type': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9432 §4.1',
    summary: 'Record among catalog members that servers ignore',
    messages: {
      label: "A member needs its own label in front of {list}: servers don't serve {member}.",
      other: 'Catalog members are PTR records: servers ignore this {type} record.',
      alias: "Catalog members are PTR records: servers ignore this {type} record and don't serve {member}.",
      group: "A member's group belongs one label below it: servers ignore this TXT record.",
      version: "The version belongs at {version}: servers read this name as a member's and ignore the record.",
    },
  },
  'catz/no-member': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9432 §4.3',
    summary: 'Property of a nonexistent catalog member',
    messages: {
      none: 'This catalog has no member {member}, so servers ignore this property.',
      deep: "Servers read {label} as a property, because a member has exactly one label in front of zones: {zone} isn't served.",
    },
  },
  'catz/ns-invalid': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9432 §4',
    summary: 'Catalog zone NS record other than "invalid."',
    messages: {
      other: 'A catalog zone\'s only NS record should be "invalid." (RFC 9432), as resolvers never look it up.',
    },
  },
  'catz/other-data': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9432 §3',
    summary: 'Catalog zone record that servers ignore',
    messages: {
      below: "Servers ignore this {type} record: right below a catalog's apex they read only version, zones and ext.",
      apex: "Servers ignore this {type} record: at a catalog's apex they read only SOA and NS.",
    },
  },
  'catz/primaries': {
    severity: 'warning',
    source: 'BIND',
    summary: "Catalog zone primaries that BIND can't use as written",
    messages: {
      key: 'The primary of this TSIG key has no address, so BIND doesn\'t serve its zones ("no IP address assigned").',
      label: 'BIND reads TSIG keys only with a label in front of {label}, and transfers without this one.',
      several: 'A primary with a label in front of {label} has one address: BIND ignores the others.',
      strings: "A TSIG key's name is one string, not {count}: BIND transfers without a key.",
    },
  },
  'catz/property-type': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9432 §4.2',
    summary: 'Wrong record type for a catalog zone property',
    messages: {
      coo: 'The coo property is a PTR record: servers ignore this {type} record, and the member stays.',
      group: "A member's group is a TXT record: servers ignore this {type} record.",
      primaries:
        "Primaries are A and AAAA records, or TXT for a labeled primary's TSIG key: BIND ignores this {type} record.",
      acl: 'The property {label} is an APL record: BIND ignores this {type} record.',
    },
  },
  'catz/unknown-property': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9432 §4.3',
    summary: 'Unknown catalog zone property',
    messages: {
      unknown: 'No server knows the property "{label}". Custom properties go below ext, as in {right}.',
      near: 'No server knows the property "{label}". Did you mean {near}?',
      ext: 'In a version 2 catalog, {label} belongs below ext: servers ignore this record. Write {right}.',
      member: '{label} is a property of a single member, not of the catalog: servers ignore this record.',
      plain: 'The {near} property goes without ext: servers treat this one as custom and do nothing.',
      front: "Servers look for {label} only right in front of the member's label, not for {right}.",
      bare: 'A property below ext needs its own name, as in primaries.ext: servers ignore this record.',
    },
  },
  'catz/version-bad': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9432 §4.2.1',
    summary: 'Unsupported catalog zone version',
    messages: {
      value: 'The catalog\'s version is "{value}" instead of "2", so its member zones aren\'t served.',
      strings: "The catalog's version has {count} strings instead of one, so its member zones aren't served.",
      several: "This catalog has more than one version, so its member zones aren't served.",
    },
  },
  'catz/version-missing': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 9432 §4.2.1',
    summary: 'Catalog zone without a version',
    messages: {
      apex: "The version belongs at {version}: servers don't look for it at the apex, and the member zones aren't served.",
      missing: "This catalog has no version (TXT record at {version}), so its member zones aren't served.",
      type: "The catalog's version must be TXT: servers ignore this {type} record, and the member zones aren't served.",
    },
  },
});
