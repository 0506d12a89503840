/** Planned records of mail as edits of the zone's files: what is there already is changed or kept, never doubled. */

import { isDkim } from '../mail/dkim/dkim.ts';
import { isDmarc } from '../mail/dmarc/dmarc.ts';
import { isMtaSts } from '../mail/mta-sts/mta-sts.ts';
import type { PlannedRecord } from '../mail/plan/planned-record.ts';
import { isSpf, parseAddress } from '../mail/spf/spf.ts';
import { isTlsRpt } from '../mail/tls-rpt/tls-rpt.ts';
import { addRecord } from '../lint/kit/add-record.ts';
import { replaceSpan } from '../lint/kit/edits.ts';
import type { TextChange } from '../findings/fix.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { NameId } from '../names/name-tree.ts';
import { recordsOf } from './name-words.ts';
import { removeRecords } from './remove-records.ts';
import { CNAME, MX, TXT } from '../zone/rrtypes/codes.ts';

export interface MailEdits {
  /** In no order that matters: no two touch one another, except insertions at the same place, which are one edit. */
  readonly edits: readonly TextChange[];
  /** The records that are new or changed, as they stand in the file, one line each. */
  readonly records: readonly string[];
  /** The records that go. */
  readonly removed: readonly string[];
}

export interface MailEditOptions {
  /** Whether the planned MX records are all that the domain is to have. */
  readonly allMx: boolean;
}

/** The edits that bring a domain's records into a zone. `domain`: a name in the zone that all owners are relative to. */
export function mailEdits(
  zone: Zone,
  domain: NameId,
  planned: readonly PlannedRecord[],
  { allMx }: MailEditOptions,
): MailEdits {
  const changes = new Changes(zone, domain);
  changes.mx(
    planned.filter(({ type }) => type === 'MX'),
    allMx,
  );
  for (const record of planned) if (record.type !== 'MX') changes.add(record);
  return changes.done();
}

/** Which texts take each other's place at one name. */
const kinds: readonly ((text: string) => boolean)[] = [isSpf, isDmarc, isMtaSts, isTlsRpt, isDkim];

class Changes {
  private readonly zone: Zone;
  private readonly domain: NameId;
  private readonly edits: TextChange[] = [];
  private readonly removed = new Map<number, RecordView>();
  private readonly lines: string[] = [];
  /** The type of the first record that a name gets. */
  private readonly firstTypes = new Map<NameId, string>();

  constructor(zone: Zone, domain: NameId) {
    this.zone = zone;
    this.domain = domain;
  }

  done(): MailEdits {
    const removals = removeRecords([...this.removed.values()]).filter(
      (edit): edit is TextChange => !('createFile' in edit),
    );
    return {
      edits: joined([...this.edits, ...removals]),
      records: this.lines,
      removed: [...this.removed.values()].map((record) =>
        this.shown(record.owner, record.mnemonic, record.source().replace(/\s+/g, ' ')),
      ),
    };
  }

  /** MX records that are there already stay as they are; those that are to go give their place to the new ones. */
  mx(planned: readonly PlannedRecord[], all: boolean): void {
    const owner = this.domain,
      there = this.written(owner, MX),
      wanted = planned.map((record) => ({ ...record, rdata: this.absolute(record) }));
    const exchangeOf = (rdata: string): string => rdata.slice(rdata.lastIndexOf(' ') + 1).toLowerCase();
    const kept = there.filter((record) =>
      wanted.some(({ rdata }) => exchangeOf(rdata) === record.print('exchange').toLowerCase()),
    );
    const spare = all ? there.filter((record) => !kept.includes(record)) : [];
    for (const record of wanted) {
      if (kept.some((one) => one.print('exchange').toLowerCase() === exchangeOf(record.rdata))) continue;
      const place = spare.shift();
      if (place === undefined) this.insert(owner, record);
      else this.replace(place, record);
    }
    for (const record of spare) this.remove(record);
  }

  add(record: PlannedRecord): void {
    const owner = this.nameOf(record.owner),
      rdata = this.absolute(record),
      planned = { ...record, rdata };
    if (owner < 0) return;
    const aliases = this.written(owner, CNAME),
      isService = record.owner.includes('_');
    switch (record.type) {
      case 'A':
      case 'AAAA':
        // A host that is an alias has its address elsewhere.
        if (aliases.length === 0 && !this.hasAddress(owner, rdata)) this.insert(owner, planned);
        return;
      case 'CNAME':
        if (aliases[0] !== undefined) return this.replaceUnlessSame(aliases[0], planned);
        if (isService) for (const text of this.written(owner, TXT)) this.remove(text);
        else if (this.written(owner).length > 0) return;
        return this.insert(owner, planned);
      default:
        if (isService) for (const alias of aliases) this.remove(alias);
        else if (aliases.length > 0) return;
        return this.text(owner, planned);
    }
  }

  private text(owner: NameId, planned: PlannedRecord): void {
    const octets = textOf(planned.rdata),
      isSame = kinds.find((kind) => kind(octets)),
      there = isSame === undefined ? [] : this.written(owner, TXT).filter((record) => isSame(record.text.joined));
    const [first, ...others] = there;
    if (first === undefined) return this.insert(owner, planned);
    // The SPF record of a mail host's own name is its owner's business once there is one.
    if (isSame === isSpf && owner !== this.domain) return;
    this.replaceUnlessSame(first, planned, octets);
    for (const other of others) this.remove(other);
  }

  private replaceUnlessSame(record: RecordView, planned: PlannedRecord, octets?: string): void {
    const isSame =
      octets === undefined
        ? record.print('cname').toLowerCase() === planned.rdata.toLowerCase()
        : record.text.joined === octets;
    if (!isSame) this.replace(record, planned);
  }

  private replace(record: RecordView, { type, rdata }: PlannedRecord): void {
    const edit = replaceSpan(this.zone, record.rdataSpan, rdata);
    if ('createFile' in edit) return;
    this.edits.push(edit);
    this.lines.push(this.shown(record.owner, type, rdata));
  }

  private remove(record: RecordView): void {
    this.removed.set(record.id, record);
  }

  private insert(owner: NameId, { type, rdata, comment }: PlannedRecord): void {
    const after = this.written(this.domain).at(-1),
      first = this.firstTypes.get(owner),
      beside = first === undefined || this.written(owner).length > 0 ? {} : { beside: first };
    this.firstTypes.set(owner, first ?? type);
    this.edits.push(
      addRecord(
        this.zone,
        owner,
        type,
        comment === '' ? rdata : `${rdata} ; ${comment}`,
        after === undefined ? beside : { after, ...beside },
      ),
    );
    this.lines.push(this.shown(owner, type, rdata));
  }

  private shown(owner: NameId, type: string, rdata: string): string {
    return `${this.zone.nameText(owner)} ${type} ${rdata}`;
  }

  private hasAddress(owner: NameId, address: string): boolean {
    return this.written(owner).some(
      (record) =>
        (record.mnemonic === 'A' || record.mnemonic === 'AAAA') &&
        JSON.stringify(parseAddress(record.print('address'))) === JSON.stringify(parseAddress(address)),
    );
  }

  /** The records of a name that stand in a file as they are: those that `$GENERATE` makes can't be changed. */
  private written(owner: NameId, type?: number): readonly RecordView[] {
    return recordsOf(this.zone, owner).filter(
      (record) => (type === undefined || record.type === type) && !record.generated && !record.broken,
    );
  }

  private nameOf(owner: string): NameId {
    return this.zone.names.intern(this.completed(owner));
  }

  /** Absolute, as the file means it at any place. */
  private completed(name: string): string {
    const domain = this.zone.names.text(this.domain);
    return name === '@' ? domain : name.endsWith('.') ? name : `${name}.${domain === '.' ? '' : domain}`;
  }

  private absolute({ type, rdata }: PlannedRecord): string {
    if (type !== 'MX' && type !== 'CNAME') return rdata;
    const at = rdata.lastIndexOf(' ') + 1;
    return rdata.slice(0, at) + this.completed(rdata.slice(at));
  }
}

/** The octets of character strings in presentation format. */
function textOf(rdata: string): string {
  return [...rdata.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, string = '']) =>
      string.replace(/\\(\d{3}|.)/g, (_, escaped: string) =>
        escaped.length === 3 ? String.fromCharCode(Number(escaped)) : escaped,
      ),
    )
    .join('');
}

/** Insertions at the same place as one, so that their order is theirs. */
function joined(edits: readonly TextChange[]): readonly TextChange[] {
  const byPlace = new Map<string, TextChange>();
  for (const edit of edits) {
    const { start, end } = edit.range,
      key = `${edit.uri} ${start.line}:${start.character}-${end.line}:${end.character}`,
      before = byPlace.get(key);
    const isInsertion = start.line === end.line && start.character === end.character;
    if (before === undefined || !isInsertion) byPlace.set(before === undefined ? key : `${key} ${byPlace.size}`, edit);
    // At the end of a file without a last line ending each insertion brings one for the line before it.
    else
      byPlace.set(key, {
        ...before,
        text: before.text + (before.text.endsWith('\n') ? edit.text.replace(/^\r?\n/, '') : edit.text),
      });
  }
  return [...byPlace.values()];
}
