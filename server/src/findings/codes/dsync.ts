import { codes } from '../code.ts';

export const dsyncCodes = codes({
  'dsync/owner': {
    severity: 'warning',
    source: 'RFC 9859 §3',
    summary: 'DSYNC record not below _dsync',
    messages: {
      place: 'Senders look for DSYNC below _dsync, as in *._dsync.{apex}, never at {name}.',
    },
  },
  'dsync/port': {
    severity: 'warning',
    source: 'RFC 9859 §2.1',
    summary: 'DSYNC record with port 0',
    messages: {
      zero: "Senders can't reach port 0, so notifications are lost.",
    },
  },
  'dsync/rrtype': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9859 §2.1',
    summary: 'DSYNC for a type without notifications',
    messages: {
      cdnskey: "Senders don't look for DSYNC with CDNSKEY: the record for CDS covers both.",
      other: "DSYNC is only for CDS and CSYNC: senders don't look for {type}.",
    },
  },
  'dsync/scheme': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9859 §2.1',
    summary: 'Null or undefined DSYNC scheme',
    messages: {
      null: "Scheme 0 means there's nothing to do, so senders ignore this record.",
      unknown: "Scheme {scheme} isn't defined yet, so senders ignore this record.",
    },
  },
  'dsync/target': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9859 §2.1',
    summary: 'DSYNC target without an address in the zone',
    messages: {
      missing: "{target} has no A or AAAA record in this zone, so notifications aren't sent.",
    },
  },
});
