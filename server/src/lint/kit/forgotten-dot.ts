import { parse } from 'tldts';
import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import { addressOctets } from '../../text/address.ts';
import type { Span } from '../../zone/model/span.ts';
import type { RuleContext } from '../engine/context.ts';

/** A name written without the final dot that it needs. */
export interface ForgottenDot {
  readonly at: Span;
  /** As written. */
  readonly written: string;
  /** What it becomes without the dot, for messages. */
  readonly becomes: string;
  /** Whether the zone's own name stands in it twice, so that there is no doubt. */
  readonly doubled: boolean;
}

/**
 * Whether the name that a record points at was meant to be absolute: the zone's name is in it twice, or it ends in a public top-level domain and neither such a name nor the one above it is in the zone:
 * `ns.shop` beside a delegation of `shop` is what it says, though .shop is a top-level domain.
 */
export function forgottenDot(record: RecordView, field: string, context: RuleContext): ForgottenDot | undefined {
  const { zone, target } = record;
  if (record.generated || target <= ROOT) return undefined;
  const at = record.span(field),
    written = record.source(at);
  if (written.endsWith('.') || !written.includes('.') || /[:/@]/.test(written)) return undefined;
  const doubled = zone.doubledApex >= 0 && isBelow(context, target, zone.doubledApex);
  if (
    !doubled &&
    !(
      endsInPublicSuffix(written) &&
      !context.exists(target) &&
      !isBelowName(context, target) &&
      !['answer', 'alias'].includes(context.lookup(target, 1).status)
    )
  )
    return undefined;
  return { at, written, becomes: context.show(target), doubled };
}

const endings = /\.(?:com|net|org|info|io|de|eu|fr|nl|ch|at|it|es|pl|cz|se|uk|us|ca|jp|br|au|microsoft|google)$/;

/** The front of an absolute name that was complete before the zone's own was put after it: `mx.example.net` in `mx.example.net.example.com.`, which isn't in the zone. */
export function appendedApex(record: RecordView, field: string, context: RuleContext): string | undefined {
  const { zone, target } = record;
  if (record.generated || target <= ROOT || !zone.apexKnown || zone.apex === ROOT || !zone.inZone(target))
    return undefined;
  const apex = zone.names.text(zone.apex),
    written = record.source(record.span(field)).toLowerCase();
  if (!written.endsWith(`.${apex}`)) return undefined;
  const front = written.slice(0, -apex.length - 1);
  return endings.test(front) &&
    endsInPublicSuffix(front) &&
    !context.exists(target) &&
    !isBelowName(context, target) &&
    !['answer', 'alias'].includes(context.lookup(target, 1).status)
    ? front
    : undefined;
}

function isBelowName(context: RuleContext, name: NameId): boolean {
  const parent = context.zone.names.parent(name);
  return parent !== context.zone.apex && context.exists(parent);
}

function isBelow(context: RuleContext, name: NameId, ancestor: NameId): boolean {
  return context.zone.names.isAtOrBelow(name, ancestor);
}

/** Whether a record's target is written as an address: then the rule that says so is enough. */
export function isAddressText(record: RecordView, field: string): boolean {
  return addressOctets(record.source(record.span(field)).replace(/\.$/, '')) !== undefined;
}

/** Whether a record's target is written as a URL or a host with a port: then the rule that says so is enough. */
export function isUrlText(record: RecordView, field: string): boolean {
  return urlHost(record.source(record.span(field))) !== undefined;
}

/** The host in what is written as a URL, a mail address with "mailto:" or a host with a port; undefined for everything else. */
export function urlHost(written: string): string | undefined {
  const found =
    /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:[^@]*@)([a-z0-9._-]+)/i.exec(written) ??
    /^((?:[a-z0-9_-]+\.)+[a-z]{2,}):\d{1,5}\.?$/i.exec(written) ??
    /^((?:[a-z0-9_-]+\.)+[a-z]{2,})\/[^\s]*$/i.exec(written);
  return found?.[1];
}

/** Whether a name of at least two labels ends in a suffix of the public suffix list's ICANN part. */
export function endsInPublicSuffix(name: string): boolean {
  const { isIcann, domain } = parse(name, { allowPrivateDomains: false, validateHostname: false });
  return isIcann === true && domain !== null;
}

/** Whether a zone is a registry's: its name is a public suffix, so that what isn't in a part of it may well be delegated in the rest. */
export function isRegistry(apex: string): boolean {
  const { isIcann, domain } = parse(apex, { allowPrivateDomains: false, validateHostname: false });
  return isIcann === true && domain === null;
}
