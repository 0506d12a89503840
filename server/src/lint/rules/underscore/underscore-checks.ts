import { mailTextKind } from '../../../mail/owners/owner-problems.ts';
import { LABEL_NON_ASCII, LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { nearest } from '../../../text/near-miss.ts';
import { remembered } from '../../../text/memo.ts';
import { replacement } from '../../kit/edits.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachName } from '../../engine/check.ts';
import type { NameView, Relayed } from '../../engine/check.ts';
import { CNAME, TXT } from '../../../zone/rrtypes/codes.ts';

/** Labels that everybody asks for, so that what comes near to one is hardly another name: from the registry of RFC 8552 §4.1, and of large services. */
const common: readonly string[] = [
  '_dmarc',
  '_domainkey',
  '_mta-sts',
  '_acme-challenge',
  '_openpgpkey',
  '_smimecert',
  '_domainconnect',
  '_autodiscover',
  '_dnslink',
  '_atproto',
];

/** The common label that another one was meant as. */
const meant = remembered((label): string | undefined => {
  if (common.includes(label) || label.length < 5) return undefined;
  if (/^_challenges?[-_]?acme$/.test(label)) return '_acme-challenge';
  const fused = /^_acme-challenge([a-z0-9].*)$/.exec(label)?.[1];
  if (fused !== undefined) return `_acme-challenge.${fused}`;
  const same = common.find((each) => each.replaceAll(/[-_]/g, '') === label.replaceAll(/[-_]/g, ''));
  const near = same ?? nearest(label, common, label.length >= 10 ? 2 : 1);
  return near === undefined || label.startsWith(`${near}-`) ? undefined : near;
});

/** The first of a name's first three labels that looks mistyped, or -1. */
function mistyped(zone: Zone, name: NameId): NameId {
  for (let id = name, k = 0; id !== ROOT && id !== zone.apex && k < 3; id = zone.names.parent(id), k++) {
    if (
      (zone.names.labelFlags(id) & (LABEL_UNDERSCORE | LABEL_NON_ASCII)) === LABEL_UNDERSCORE &&
      zone.names.labelOctet(id, 0) === 95 &&
      meant(zone.names.label(id)) !== undefined
    )
      return id;
  }
  return -1;
}

const unregistered = check({
  on: eachName(['TXT', 'CNAME', 'OPENPGPKEY', 'SMIMEA', 'SRV'], {
    when: (zone, _record, name) => mistyped(zone, name) >= 0,
  }),
  reports: 'underscore/unregistered',
  *run(view, context) {
    const { zone } = context,
      label = mistyped(zone, view.name);
    if (label < 0 || isMail(view) || isPolicyZone(context) || !zone.inZone(view.name)) return;
    const text = zone.names.label(label),
      near = meant(text);
    if (near !== undefined) yield* say(view, text, near, 'near', context);
  },
});

/** Mail records at wrong names are found by their own rules, which look at what the records say. */
function isMail({ records }: NameView): boolean {
  return records.some(
    (record) =>
      record.type === TXT &&
      !record.broken &&
      (mailTextKind(record.text.joined) !== undefined || /^v=spf1\b/i.test(record.text.joined)),
  );
}

function* say(
  { records }: NameView,
  label: string,
  near: string,
  message: 'near' | 'missing',
  context: RuleContext,
): Iterable<Relayed> {
  const first: RecordView | undefined = records.find((record) => record.ownerSpan !== undefined),
    owner = first?.ownerSpan;
  if (first === undefined || owner === undefined) return;
  const start = first.source(owner).toLowerCase().indexOf(label);
  if (start < 0) return;
  const at = { ...owner, start: owner.start + start, end: owner.start + start + label.length };
  yield {
    said: {
      code: message === 'near' ? 'underscore/unregistered' : 'underscore/missing',
      message,
      args: { label, near },
    },
    at,
    fixes: [replacement(context.zone, at, near, `Write ${near}`, false)],
  };
}

const bare: Readonly<Record<string, string>> = { domainkey: '_domainkey', 'acme-challenge': '_acme-challenge' };

/** A label that lacks its underscore, or -1: `acme-challenge` in front, or `domainkey` behind a selector. */
function withoutUnderscore(zone: Zone, name: NameId): NameId {
  const above = zone.names.parent(name);
  if (isBare(zone, name)) return zone.names.label(name) === 'domainkey' ? -1 : name;
  return isBare(zone, above) ? above : -1;
}

/** Asked for every TXT and CNAME: by length and first letter before anything is made. */
function isBare({ names, apex }: Zone, id: NameId): boolean {
  const length = names.labelLength(id),
    first = names.labelOctet(id, 0);
  return (
    ((length === 9 && first === 100 && names.labelOctet(id, 6) === 107) ||
      (length === 14 && first === 97 && names.labelOctet(id, 4) === 45)) &&
    id !== ROOT &&
    id !== apex &&
    names.labelFlags(id) === 0
  );
}

const missing = check({
  on: eachName(['TXT', 'CNAME'], { when: (zone, _record, name) => withoutUnderscore(zone, name) >= 0 }),
  reports: 'underscore/missing',
  *run(view, context) {
    const { zone } = context,
      label = withoutUnderscore(zone, view.name),
      text = label < 0 ? '' : zone.names.label(label),
      near = bare[text];
    if (
      near === undefined ||
      isMail(view) ||
      isPolicyZone(context) ||
      view.records.some((record) => record.type !== TXT && record.type !== CNAME)
    )
      return;
    yield* say(view, text, near, 'missing', context);
  },
});

export default [unregistered, missing];
