import { ConfigReading } from '../../reading/config-reading.ts';
import { bindFile } from '../../zone-files/file-patterns.ts';
import { isInternalName } from '../../zone-files/internal-names.ts';
import { resolvePath } from '../../paths/paths.ts';
import { configWords, type ConfigSpan } from '../../reading/places.ts';
import type { ConfigSource, ConfiguredZone, ReceivedFile, ServerConfig } from '../../reading/server-config.ts';
import { absoluteName } from '../../zone-files/zone-name.ts';
import { nearest } from '../../../text/near-miss.ts';
import { aclsByName, isPrivateList } from './networks.ts';
import { SectionReader, type Section } from './sections.ts';
import { blockOf, keyword, operands, type Statement, type Word } from './statements.ts';

const zoneTypes = [
  'primary',
  'master',
  'secondary',
  'slave',
  'mirror',
  'hint',
  'stub',
  'static-stub',
  'forward',
  'redirect',
  'delegation-only',
];

/** BIND's named.conf: which zones it serves from text files, in which views. Never throws; a broken file gives what it still says. */
export function readNamedConf(source: ConfigSource): ServerConfig {
  const reading = new ConfigReading(source);
  const file = reading.open(reading.root);
  if (file === undefined) return reading.result('bind', []);
  const named = new NamedZones(reading, new SectionReader(reading).read(file)),
    zones = named.zones();
  return reading.result('bind', zones, named.received);
}

/** Where a zone stands: the sections whose settings reach it, nearest first. */
interface Surroundings {
  readonly view: Section | undefined;
  readonly viewName: string | undefined;
  readonly class: string;
  readonly internal: boolean;
}

class NamedZones {
  private readonly reading: ConfigReading;
  private readonly whole: Section;
  private readonly options: readonly Section[];
  private readonly templates: ReadonlyMap<string, Section>;
  private readonly directory: string;
  private readonly found: ConfiguredZone[] = [];
  readonly received: ReceivedFile[] = [];
  /** The first zone statement of each view, class and name. */
  private readonly seen = new Map<string, ConfigSpan>();

  constructor(reading: ConfigReading, whole: Section) {
    this.reading = reading;
    this.whole = whole;
    this.options = sectionsNamed(whole, 'options');
    this.templates = new Map(sectionsNamed(whole, 'template').map((section) => [nameOf(section)?.text ?? '', section]));
    this.directory = resolvePath(reading.rootFolder, this.setting('directory', [])?.text ?? '.');
  }

  zones(): readonly ConfiguredZone[] {
    const views = sectionsNamed(this.whole, 'view'),
      acls = aclsByName(this.whole.clauses.get('acl') ?? []);
    for (const zone of sectionsNamed(this.whole, 'zone')) {
      if (views.length > 0)
        this.report(zone, (name) => configWords('config/zone-outside-view', 'outside', { zone: name }));
      this.zone(zone, { view: undefined, viewName: undefined, class: 'IN', internal: false });
    }
    for (const view of views) {
      const [name, viewClass] = operands(view.statement!),
        clients = last(view, 'match-clients'),
        list = clients === undefined ? undefined : blockOf(clients);
      const internal = isInternalName(name?.text ?? '') || (list !== undefined && isPrivateList(list, acls));
      const around: Surroundings = {
        view,
        viewName: name?.text,
        class: viewClass?.text.toUpperCase() ?? 'IN',
        internal,
      };
      for (const zone of sectionsNamed(view, 'zone')) this.zone(zone, around);
    }
    return this.found;
  }

  private zone(section: Section, around: Surroundings): void {
    const [name, classWord] = operands(section.statement!);
    if (name === undefined) return;
    const { file } = section.statement!,
      at = file.span(name.start, name.end),
      apex = absoluteName(name.text),
      zoneClass = classWord?.text.toUpperCase() ?? around.class;
    if (apex === undefined) {
      this.reading.report('config/bad-zone-name', 'name', at, { name: name.text, server: 'BIND' });
      return;
    }
    if (this.repeated(`${around.viewName ?? ''}/${zoneClass}/${apex}`, apex, at)) return;
    const viewed = last(section, 'in-view');
    if (viewed !== undefined) {
      this.inView(operands(viewed)[0], viewed, apex, around, at);
      return;
    }
    const template = this.templates.get(wordOf(last(section, 'template'))?.text ?? '');
    const own = template === undefined ? [section] : [section, template];
    const type = this.typeOf(own, section);
    if (type !== undefined) this.served(section, own, type, apex, zoneClass, around, at);
  }

  private served(
    section: Section,
    own: readonly Section[],
    type: string,
    apex: string,
    zoneClass: string,
    around: Surroundings,
    at: ConfigSpan,
  ): void {
    const sections = around.view === undefined ? own : [...own, around.view];
    const primaries = own.some((one) => one.clauses.has('primaries') || one.clauses.has('masters'));
    const role =
      type === 'secondary' || type === 'mirror' || (type === 'redirect' && primaries) ? 'secondary' : 'primary';
    if (!['primary', 'secondary', 'mirror', 'hint', 'redirect', 'stub'].includes(type)) return;
    const source = own.map((one) => last(one, 'file')).find((clause) => clause !== undefined),
      name = wordOf(source);
    if (name === undefined || source === undefined) {
      const elsewhere = own.some((one) => one.clauses.has('database') || one.clauses.has('dlz'));
      if (type === 'primary' && !elsewhere)
        this.report(section, (name) => configWords('config/no-file', 'file', { zone: name }));
      return;
    }
    // A secondary's file is in raw format unless the configuration says text (BIND ARM, masterfile-format).
    const format =
      this.setting('masterfile-format', sections)?.text.toLowerCase() ?? (role === 'secondary' ? 'raw' : 'text');
    const file = bindFile(name.text, apex, type, around.viewName);
    if (type === 'stub' || (format !== 'text' && role === 'secondary'))
      this.received.push({ path: resolvePath(this.directory, file) });
    if (type === 'stub' || format !== 'text') return;
    this.found.push({
      apex,
      class: zoneClass,
      role,
      content: this.contentOf(type, apex, around.view),
      view: around.viewName,
      internal: around.internal,
      checkNames: this.checkNames(own, around.view, role),
      file,
      path: resolvePath(this.directory, file),
      at,
      fileAt: source.file.span(name.start, name.end),
    });
  }

  private inView(
    target: Word | undefined,
    clause: Statement,
    apex: string,
    around: Surroundings,
    at: ConfigSpan,
  ): void {
    if (target === undefined) return;
    const shared = this.found.find((zone) => zone.view === target.text && zone.apex === apex);
    if (shared !== undefined) {
      this.found.push({ ...shared, view: around.viewName, internal: around.internal, at });
      return;
    }
    const known = sectionsNamed(this.whole, 'view').some((view) => nameOf(view)?.text === target.text);
    if (!known)
      this.reading.report('config/unknown-view', 'unknown', clause.file.span(target.start, target.end), {
        view: target.text,
      });
  }

  private typeOf(own: readonly Section[], section: Section): string | undefined {
    const clause = own.map((one) => last(one, 'type')).find((one) => one !== undefined),
      word = wordOf(clause);
    if (clause === undefined || word === undefined) {
      this.report(section, (name) => configWords('config/no-type', 'type', { zone: name }));
      return undefined;
    }
    const type = word.text.toLowerCase();
    if (!zoneTypes.includes(type)) {
      const meant = nearest(type, zoneTypes);
      this.reading.report(
        'config/unknown-type',
        meant === undefined ? 'unknown' : 'didYouMean',
        clause.file.span(word.start, word.end),
        { type: word.text, meant: meant ?? '' },
      );
      return undefined;
    }
    return type === 'master' ? 'primary' : type === 'slave' ? 'secondary' : type;
  }

  private contentOf(type: string, apex: string, view: Section | undefined): ConfiguredZone['content'] {
    if (type === 'hint' || type === 'redirect') return type;
    if (this.listed('response-policy', view).includes(apex)) return 'response-policy';
    return this.listed('catalog-zones', view).includes(apex) ? 'catalog' : 'zone';
  }

  /** The zones named in `response-policy` or `catalog-zones`; a view's own list replaces that of the options. */
  private listed(clause: string, view: Section | undefined): readonly string[] {
    const sections = view?.clauses.has(clause) === true ? [view] : [...this.options, this.whole];
    return sections
      .flatMap((section) => section.clauses.get(clause) ?? [])
      .flatMap((statement) => blockOf(statement)?.statements ?? [])
      .filter((entry) => keyword(entry) === 'zone')
      .flatMap((entry) => absoluteName(operands(entry)[0]?.text ?? '') ?? []);
  }

  private checkNames(
    own: readonly Section[],
    view: Section | undefined,
    role: ConfiguredZone['role'],
  ): ConfiguredZone['checkNames'] {
    const said = wordOf(own.map((one) => last(one, 'check-names')).find((one) => one !== undefined))?.text;
    const names = role === 'primary' ? ['primary', 'master'] : ['secondary', 'slave'];
    const general = [...(view === undefined ? [] : [view]), ...this.options].map(
      (section) =>
        section.clauses
          .get('check-names')
          ?.map(operands)
          .findLast(([which]) => names.includes(which?.text.toLowerCase() ?? ''))?.[1]?.text,
    );
    const value = [said, ...general].find((one) => one !== undefined)?.toLowerCase();
    return value === 'fail' || value === 'warn' || value === 'ignore' ? value : undefined;
  }

  /** A setting's first operand in the nearest section that has it, the options last. */
  private setting(clause: string, sections: readonly Section[]): Word | undefined {
    for (const section of [...sections, ...this.options]) {
      const word = wordOf(last(section, clause));
      if (word !== undefined) return word;
    }
    return undefined;
  }

  private repeated(key: string, apex: string, at: ConfigSpan): boolean {
    const first = this.seen.get(key);
    if (first === undefined) {
      this.seen.set(key, at);
      return false;
    }
    this.reading.add({
      ...configWords('config/duplicate-zone', 'inView', { apex }),
      at,
      related: [{ message: 'The first definition', at: first }],
    });
    return true;
  }

  /** At the name of a zone, where it has one. */
  private report(section: Section, words: (zone: string) => ReturnType<typeof configWords>): void {
    const name = nameOf(section);
    if (name === undefined) return;
    this.reading.add({ ...words(name.text), at: section.statement!.file.span(name.start, name.end) });
  }
}

function sectionsNamed(section: Section, name: string): readonly Section[] {
  return section.sections.filter(({ statement }) => statement !== undefined && keyword(statement) === name);
}

const nameOf = (section: Section): Word | undefined =>
  section.statement === undefined ? undefined : operands(section.statement)[0];

const last = (section: Section, clause: string): Statement | undefined => section.clauses.get(clause)?.at(-1);

const wordOf = (statement: Statement | undefined): Word | undefined =>
  statement === undefined ? undefined : operands(statement)[0];
