import { ConfigReading } from '../../reading/config-reading.ts';
import { nsdFile } from '../../zone-files/file-patterns.ts';
import { folderOf, resolvePath } from '../../paths/paths.ts';
import { configWords, type PlacedText } from '../../reading/places.ts';
import type { ConfigSource, ConfiguredZone, ServerConfig } from '../../reading/server-config.ts';
import { absoluteName } from '../../zone-files/zone-name.ts';
import { nearest } from '../../../text/near-miss.ts';
import { isSection, readAttributes, type Attribute, type Value } from './attributes.ts';

/** What a zone or pattern says so far. A later attribute, or pattern, replaces an earlier one. */
interface ZoneOptions {
  readonly at: Attribute;
  readonly pattern: boolean;
  name: Value | undefined;
  nameIn: PlacedText;
  zonefile: { readonly value: Value; readonly file: PlacedText } | undefined;
  /** `request-xfr` makes a zone a secondary. */
  secondary: boolean;
  catalog: boolean;
}

/** NSD's nsd.conf: which zones it serves from which files. Never throws; a broken file gives what it still says. */
export function readNsdConf(source: ConfigSource): ServerConfig {
  const reading = new ConfigReading(source);
  const file = reading.open(reading.root);
  if (file === undefined) return reading.result('nsd', []);
  return reading.result('nsd', new NsdZones(reading).read(file));
}

class NsdZones {
  private readonly reading: ConfigReading;
  private readonly patterns = new Map<string, ZoneOptions>();
  private readonly zones: ZoneOptions[] = [];
  private section = '';
  private open: ZoneOptions | undefined;
  private zonesdir: string | undefined;

  constructor(reading: ConfigReading) {
    this.reading = reading;
  }

  read(file: PlacedText): readonly ConfiguredZone[] {
    this.attributes(readAttributes(file, this.reading), [file.path]);
    this.close();
    const folder =
      this.zonesdir === undefined || this.zonesdir === ''
        ? this.reading.rootFolder
        : resolvePath(this.reading.rootFolder, this.zonesdir);
    const seen = new Map<string, ZoneOptions>();
    return this.zones.flatMap((zone) => this.served(zone, folder, seen));
  }

  /** An include puts the other file's attributes in its place, even within a zone. */
  private attributes(attributes: readonly Attribute[], chain: readonly string[]): void {
    for (const attribute of attributes) {
      if (attribute.name === 'include') this.include(attribute, chain);
      else if (isSection(attribute)) this.begin(attribute);
      else if (this.section === 'server' && attribute.name === 'zonesdir') this.zonesdir = attribute.values[0]?.text;
      else if (this.open !== undefined) this.option(this.open, attribute);
    }
  }

  private include(attribute: Attribute, chain: readonly string[]): void {
    const target = attribute.values[0];
    if (target === undefined) return;
    const at = attribute.file.span(target.start, target.end);
    // NSD starts from the folder it is run in, which a reader can't know: beside the file, or beside the first one.
    const folders = [...new Set([folderOf(attribute.file.path), this.reading.rootFolder])];
    for (const file of this.reading.included(target.text, folders, at, chain))
      this.attributes(readAttributes(file, this.reading), [...chain, file.path]);
  }

  private begin(attribute: Attribute): void {
    this.close();
    this.section = attribute.name;
    if (attribute.name !== 'zone' && attribute.name !== 'pattern') return;
    this.open = {
      at: attribute,
      pattern: attribute.name === 'pattern',
      name: undefined,
      nameIn: attribute.file,
      zonefile: undefined,
      secondary: false,
      catalog: false,
    };
  }

  private close(): void {
    const options = this.open;
    this.open = undefined;
    if (options === undefined) return;
    if (options.name === undefined) {
      this.reading.report(
        'config/no-name',
        options.pattern ? 'pattern' : 'zone',
        options.at.file.span(options.at.start, options.at.end),
      );
    } else if (options.pattern) this.patterns.set(options.name.text, options);
    else this.zones.push(options);
  }

  private option(options: ZoneOptions, attribute: Attribute): void {
    const [value] = attribute.values;
    if (value === undefined) return;
    if (attribute.name === 'name') {
      options.name = value;
      options.nameIn = attribute.file;
    } else if (attribute.name === 'zonefile') options.zonefile = { value, file: attribute.file };
    else if (attribute.name === 'request-xfr') options.secondary = true;
    else if (attribute.name === 'catalog') options.catalog = value.text === 'consumer' || value.text === 'producer';
    else if (attribute.name === 'include-pattern') this.includePattern(options, value, attribute.file);
  }

  private includePattern(options: ZoneOptions, name: Value, file: PlacedText): void {
    const pattern = this.patterns.get(name.text);
    if (pattern === undefined) {
      const meant = nearest(name.text, [...this.patterns.keys()]);
      this.reading.report(
        'config/unknown-pattern',
        meant === undefined ? 'unknown' : 'didYouMean',
        file.span(name.start, name.end),
        { name: name.text, meant: meant ?? '' },
      );
      return;
    }
    options.zonefile = pattern.zonefile ?? options.zonefile;
    options.secondary ||= pattern.secondary;
    options.catalog ||= pattern.catalog;
  }

  private served(options: ZoneOptions, folder: string, seen: Map<string, ZoneOptions>): readonly ConfiguredZone[] {
    const name = options.name!,
      at = options.nameIn.span(name.start, name.end),
      apex = absoluteName(name.text);
    if (apex === undefined) {
      this.reading.report('config/bad-zone-name', 'name', at, { name: name.text, server: 'NSD' });
      return [];
    }
    const first = seen.get(apex);
    if (first !== undefined) {
      this.reading.add({
        ...configWords('config/duplicate-zone', 'twice', { apex, server: 'NSD' }),
        at,
        related: [{ message: 'The first definition', at: first.nameIn.span(first.name!.start, first.name!.end) }],
      });
      return [];
    }
    seen.set(apex, options);
    if (options.zonefile === undefined || options.zonefile.value.text === '') return [];
    const { value, file: saidIn } = options.zonefile,
      file = nsdFile(value.text, name.text, apex);
    return [
      {
        apex,
        class: 'IN',
        role: options.secondary ? 'secondary' : 'primary',
        content: options.catalog ? 'catalog' : 'zone',
        view: undefined,
        internal: false,
        checkNames: undefined,
        file,
        path: resolvePath(folder, file),
        at,
        fileAt: saidIn.span(value.start, value.end),
      },
    ];
  }
}
