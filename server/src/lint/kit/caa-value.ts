import { remembered } from '../../text/memo.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { nearest } from '../../text/near-miss.ts';
import { typeEnd } from './rdata-numbers.ts';
import { QUOTE, SPACE, TAB } from '../../text/octets.ts';

/** Part of a CAA value; offsets are octets of the value. */
export interface ValuePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface IssueProblem {
  readonly code: 'caa/issue-syntax' | 'caa/issue-parameter';
  readonly message: string;
  readonly args: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** What belongs there. */
  readonly instead?: string;
}

export interface IssueValue {
  /** The issuer; undefined for ";" and the like, which allow nobody. */
  readonly domain: ValuePart | undefined;
  readonly problems: readonly IssueProblem[];
}

const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
/** Parameters of RFC 8657, and what certificate authorities document for themselves. */
const parameters = ['accounturi', 'validationmethods', 'policy', 'cansignhttpexchanges', 'root', 'account'];
/** Validation methods of ACME (IANA registry "ACME Validation Methods") and the labels of RFC 8657 §4. */
const methods = [
  'http-01',
  'dns-01',
  'tls-alpn-01',
  'dns-account-01',
  'dns-persist-01',
  'email-reply-00',
  'tkauth-01',
  'onion-csr-01',
  'bp-nodeid-00',
];

/** Reads the value of issue, issuewild, issuemail or issuevmc (RFC 8659 §4.2): a domain or nothing, and parameters behind semicolons. */
export function issueValue(text: string): IssueValue {
  const semicolon = text.indexOf(';'),
    head = semicolon < 0 ? text : text.slice(0, semicolon),
    name = head.trim(),
    start = head.indexOf(name),
    end = start + name.length;
  if (name !== '' && !DOMAIN.test(name)) return { domain: undefined, problems: [domainProblem(name, start, end)] };
  const problems = semicolon < 0 ? [] : [...parameterProblems(text, semicolon + 1)];
  return { domain: name === '' ? undefined : { text: name, start, end }, problems };
}

function domainProblem(value: string, start: number, end: number): IssueProblem {
  const issuer = displayName(value);
  if (issuer !== undefined)
    return { code: 'caa/issue-syntax', message: 'displayName', args: { value, issuer }, start, end, instead: issuer };
  const url = /^https?:\/\/(?:www\.)?([a-z0-9.-]+)\/?$/i.exec(value);
  if (/^[a-z]+:/i.test(value))
    return {
      code: 'caa/issue-syntax',
      message: 'url',
      args: { value },
      start,
      end,
      ...(url === null ? {} : { instead: url[1]! }),
    };
  if (/[\s,]/.test(value)) return { code: 'caa/issue-syntax', message: 'several', args: { value }, start, end };
  if (value.includes('*')) return { code: 'caa/issue-syntax', message: 'wildcard', args: { value }, start, end };
  return {
    code: 'caa/issue-syntax',
    message: 'domain',
    args: { value },
    start,
    end,
    ...(DOMAIN.test(value.replace(/\.$/, '')) ? { instead: value.replace(/\.$/, '') } : {}),
  };
}

function* parameterProblems(text: string, from: number): Iterable<IssueProblem> {
  let accounts = 0;
  for (let at = from; at <= text.length; ) {
    const stop = text.indexOf(';', at),
      end = stop < 0 ? text.length : stop,
      part = text.slice(at, end),
      word = part.trim(),
      start = at + part.indexOf(word);
    if (/^accounturi\s*=/i.test(word) && ++accounts === 2)
      yield { code: 'caa/issue-parameter', message: 'twice', args: {}, start, end: start + word.length };
    if (word !== '') yield* parameterProblem(word, start);
    at = end + 1;
  }
}

function* parameterProblem(word: string, start: number): Iterable<IssueProblem> {
  const equals = word.indexOf('='),
    name = word.slice(0, equals).trim(),
    value = word.slice(equals + 1).trim();
  if (equals < 1 || !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(name) || /[\s;]/.test(value)) {
    yield {
      code: 'caa/issue-syntax',
      message: 'parameter',
      args: { parameter: word },
      start,
      end: start + word.length,
    };
    return;
  }
  const lower = name.toLowerCase(),
    valueStart = start + word.length - value.length;
  if (!parameters.includes(lower)) {
    const near = nearest(lower, parameters.slice(0, 2));
    if (near !== undefined)
      yield {
        code: 'caa/issue-parameter',
        message: 'name',
        args: { name, near },
        start,
        end: start + name.length,
        instead: near,
      };
  } else if (lower === 'accounturi' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value))
    yield {
      code: 'caa/issue-parameter',
      message: 'account',
      args: { value },
      start: value === '' ? start : valueStart,
      end: start + word.length,
    };
  else if (lower === 'validationmethods') yield* methodProblems(value, valueStart);
}

function* methodProblems(value: string, start: number): Iterable<IssueProblem> {
  let at = start;
  for (const method of value.split(',')) {
    const near =
      methods.includes(method.toLowerCase()) || method.startsWith('ca-') ? undefined : nearest(method, methods);
    if (near !== undefined)
      yield {
        code: 'caa/issue-parameter',
        message: 'method',
        args: { method, near },
        start: at,
        end: at + method.length,
        instead: near,
      };
    at += method.length + 1;
  }
}

/** Domains by which certificate authorities recognise themselves in CAA records, as they document them. */
const issuers: readonly string[] = [
  'letsencrypt.org',
  'pki.goog',
  'digicert.com',
  'sectigo.com',
  'comodoca.com',
  'usertrust.com',
  'trust-provider.com',
  'globalsign.com',
  'amazon.com',
  'amazontrust.com',
  'awstrust.com',
  'amazonaws.com',
  'godaddy.com',
  'starfieldtech.com',
  'entrust.net',
  'buypass.com',
  'buypass.no',
  'ssl.com',
  'certum.pl',
  'certum.eu',
  'harica.gr',
  'identrust.com',
  'swisssign.com',
  'quovadisglobal.com',
  'telesec.de',
  'd-trust.net',
  'actalis.it',
  'rapidssl.com',
  'geotrust.com',
  'thawte.com',
  'symantec.com',
  'digitalcertvalidation.com',
  'volusion.digitalcertvalidation.com',
  'camerfirma.com',
  'certigna.fr',
  'e-tugra.com',
  'emsign.com',
  'firmaprofesional.com',
  'izenpe.com',
  'networksolutions.com',
  'secomtrust.net',
  'sslcom.com',
  'twca.com.tw',
  'wisekey.com',
  'gandi.net',
  'certainly.com',
  'microsoft.com',
  'apple.com',
  'siemens.com',
  'hongkongpost.gov.hk',
  'naver.com',
  'disig.sk',
  'netlock.hu',
  'e-szigno.hu',
  'trustcor.ca',
  'cybertrust.ne.jp',
  'gts.goog',
];

/** The issuers that most certificates come from, the most used first. */
export const recommendedIssuers: readonly (readonly [domain: string, name: string])[] = [
  ['letsencrypt.org', "Let's Encrypt"],
  ['pki.goog', 'Google Trust Services'],
  ['digicert.com', 'DigiCert'],
  ['sectigo.com', 'Sectigo'],
  ['amazon.com', 'Amazon'],
  ['globalsign.com', 'GlobalSign'],
  ['godaddy.com', 'GoDaddy'],
  ['ssl.com', 'SSL.com'],
  ['buypass.com', 'Buypass'],
  ['certum.pl', 'Certum'],
  ['harica.gr', 'HARICA'],
  ['telesec.de', 'T-TeleSec'],
  ['d-trust.net', 'D-Trust'],
  ['swisssign.com', 'SwissSign'],
  ['entrust.net', 'Entrust'],
  ['identrust.com', 'IdenTrust'],
];

/** What people write for an issuer that documents another domain. */
const mistaken: Readonly<Record<string, string>> = {
  'letsencrypt.com': 'letsencrypt.org',
  'lets-encrypt.org': 'letsencrypt.org',
  letsencrypt: 'letsencrypt.org',
  'letsencrypt.net': 'letsencrypt.org',
  'acme-v02.api.letsencrypt.org': 'letsencrypt.org',
  'zerossl.com': 'sectigo.com',
  digicert: 'digicert.com',
  sectigo: 'sectigo.com',
  globalsign: 'globalsign.com',
  'pki.google': 'pki.goog',
  'pki.google.com': 'pki.goog',
  'entrust.com': 'entrust.net',
  comodo: 'sectigo.com',
  amazon: 'amazon.com',
  godaddy: 'godaddy.com',
};

/** How certificate authorities call themselves, without blanks and punctuation, and their domains. */
const displayNames: Readonly<Record<string, string>> = {
  letsencrypt: 'letsencrypt.org',
  isrg: 'letsencrypt.org',
  internetsecurityresearchgroup: 'letsencrypt.org',
  digicert: 'digicert.com',
  sectigo: 'sectigo.com',
  comodo: 'sectigo.com',
  comodoca: 'sectigo.com',
  zerossl: 'sectigo.com',
  globalsign: 'globalsign.com',
  amazon: 'amazon.com',
  aws: 'amazon.com',
  amazontrustservices: 'amazon.com',
  googletrustservices: 'pki.goog',
  google: 'pki.goog',
  gts: 'pki.goog',
  godaddy: 'godaddy.com',
  starfield: 'starfieldtech.com',
  entrust: 'entrust.net',
  buypass: 'buypass.com',
  sslcom: 'ssl.com',
  certum: 'certum.pl',
  harica: 'harica.gr',
  identrust: 'identrust.com',
  swisssign: 'swisssign.com',
  quovadis: 'quovadisglobal.com',
  telesec: 'telesec.de',
  dtrust: 'd-trust.net',
  actalis: 'actalis.it',
  rapidssl: 'rapidssl.com',
  geotrust: 'geotrust.com',
  thawte: 'thawte.com',
  certigna: 'certigna.fr',
  trustasia: 'trustasia.com',
  cloudflare: 'pki.goog',
};

/** The domain of a certificate authority that is called by its name, perhaps with its legal form. */
function displayName(value: string): string | undefined {
  if (/[.;=,]\S/.test(value)) return undefined;
  const plain = value
    .toLowerCase()
    .replace(
      /\b(?:inc|ltd|limited|llc|gmbh|ag|corp|corporation|nv-sa|nv|sa|s\.?p\.?a|as|group|ca|certificate authority|ssl|ecc|rsa)\b\.?/g,
      ' ',
    )
    .replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(displayNames, plain) ? displayNames[plain] : undefined;
}

/** Whether a certificate authority is known to answer to a domain, lower case. */
const isIssuer = (domain: string): boolean => issuers.includes(domain);

/** The issuer that a domain was meant as; undefined for known ones and for what resembles none. */
export const issuerMeant = remembered((domain): string | undefined => {
  const known = mistaken[domain] ?? displayName(domain);
  if (known !== undefined) return known;
  return issuers.includes(domain) || domain.length < 8
    ? undefined
    : nearest(
        domain,
        issuers.filter((each) => each.length >= 8),
        domain.length >= 12 ? 2 : 1,
      );
});

const CAA = Uint8Array.of(99, 97, 97),
  ZERO = 48;
const DOMAIN_OR_NONE = /^(?:[a-z0-9.-]+|;)$/,
  REPORT = /^(?:mailto:[a-z0-9.+_-]+@[a-z0-9.-]+|https?:\/\/[a-z0-9.-]+\/?)$/;

/** The tag of a CAA record that is written in the ordinary way, as `0 issue "ISSUER"` is or `0 iodef "mailto:…"`. Asked for every CAA record, so no view is made; undefined for all others. */
export function ordinaryTag(zone: Zone, record: RecordId): string | undefined {
  const { bytes } = zone.blockOf(record).chunk;
  let at = skipBlanks(bytes, typeEnd(bytes, zone.records.offset[record]!, CAA));
  if (at <= 0 || bytes[at] !== ZERO) return undefined;
  at = skipBlanks(bytes, at + 1);
  const tagEnd = wordEnd(bytes, at),
    tag = textOf(bytes, at, tagEnd),
    open = skipBlanks(bytes, tagEnd);
  if (bytes[open] !== QUOTE) return undefined;
  const close = bytes.indexOf(QUOTE, open + 1),
    value = close > 0 && close - open < 80 ? textOf(bytes, open + 1, close) : '';
  if (tag === 'iodef') return REPORT.test(value) ? tag : undefined;
  return (tag === 'issue' || tag === 'issuewild') &&
    DOMAIN_OR_NONE.test(value) &&
    DOMAIN.test(value.replace(';', 'none')) &&
    issuerMeant(value) === undefined &&
    !isOwnDomain(zone, value)
    ? tag
    : undefined;
}

/** Whether a value is the zone's own name, which is hardly that of a certificate authority. */
export function isOwnDomain(zone: Zone, domain: string): boolean {
  return zone.apexKnown && domain.length > 3 && zone.names.text(zone.apex) === `${domain}.` && !isIssuer(domain);
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  return at;
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at]! > SPACE && at - from < 16) at++;
  return at;
}

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
