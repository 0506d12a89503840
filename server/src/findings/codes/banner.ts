import { codes } from '../code.ts';

export const bannerCodes = codes({
  'banner/address-mismatch': {
    severity: 'information',
    source: 'RFC 5321 §4.1.4',
    summary: 'Banner name with a different address',
    messages: {
      other:
        'The host greets as {banner}, whose address is {found}, not {address}: receivers that compare them trust its mail less.',
    },
  },
  'banner/certificate-mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8461 §4.2',
    summary: "Certificate without the MX host's name",
    messages: {
      names:
        "The STARTTLS certificate of {host} is for {names}: senders that check it, as MTA-STS requires, don't deliver.",
    },
  },
  'banner/name-unresolved': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 5321 §2.3.5',
    summary: 'Banner name without an address',
    messages: {
      unresolved: 'The host greets as {banner}, which has no address in {zone}, so many receivers refuse its mail.',
    },
  },
  'banner/not-a-name': {
    severity: 'warning',
    source: 'RFC 5321 §4.1.1.1',
    summary: 'Banner without a full host name',
    messages: {
      name: 'The host greets with "{banner}", which isn\'t a full host name, so many receivers refuse its mail.',
      inside: "The host greets with {banner}, which isn't in the public DNS, so many receivers refuse its mail.",
    },
  },
  'banner/not-sending-in-spf': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §8',
    summary: 'Sending address of a mail host missing from SPF',
    messages: {
      verdict:
        "By the mail host settings, {host} sends from {address}, which this record doesn't cover: receivers {what} (SPF {result}).",
    },
  },
  'banner/other-name': {
    severity: 'hint',
    profile: 'strict',
    source: 'practice',
    summary: 'Banner that differs from the MX name',
    messages: {
      other: '{host} greets as {banner}: mail still arrives, but some monitoring and people debugging stumble over it.',
    },
  },
  'banner/ptr-mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Banner that differs from the PTR record',
    messages: {
      differs:
        'The PTR record of {address} says {found}, but the host greets as {banner}: many receivers refuse its mail or file it as spam.',
    },
  },
});
