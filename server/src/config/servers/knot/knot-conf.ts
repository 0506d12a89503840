import { ConfigReading } from '../../reading/config-reading.ts';
import { knotFile } from '../../zone-files/file-patterns.ts';
import { matchesGlob } from '../../paths/glob.ts';
import { folderOf, resolvePath } from '../../paths/paths.ts';
import { configWords, type PlacedText } from '../../reading/places.ts';
import type { ConfigSource, ConfiguredZone, ServerConfig } from '../../reading/server-config.ts';
import { absoluteName } from '../../zone-files/zone-name.ts';
import { nearest } from '../../../text/near-miss.ts';
import { readItems, type Item, type Value } from './items.ts';

/** Where Knot keeps zone files unless told otherwise (`--with-storage`). */
const DEFAULT_STORAGE = '/var/lib/knot',
  DEFAULT_FILE = '%s.zone';

/** A `- domain: …` or `- id: …` block. Of an item given several times the last counts, and `master` adds up. */
interface SettingsBlock {
  readonly id: Value;
  readonly file: PlacedText;
  readonly items: Map<string, Item>;
}

/** Knot DNS's knot.conf: which zones it serves from which files. Never throws; a broken file gives what it still says. */
export function readKnotConf(source: ConfigSource): ServerConfig {
  const reading = new ConfigReading(source);
  const file = reading.open(reading.root);
  if (file === undefined) return reading.result('knot', []);
  return reading.result('knot', new KnotZones(reading).read(file));
}

class KnotZones {
  private readonly reading: ConfigReading;
  private readonly zones = new Map<string, SettingsBlock>();
  private readonly templates = new Map<string, SettingsBlock>();
  private section = '';
  private block: SettingsBlock | undefined;

  constructor(reading: ConfigReading) {
    this.reading = reading;
  }

  read(file: PlacedText): readonly ConfiguredZone[] {
    this.items(readItems(file, this.reading), [file.path]);
    return [...this.zones].flatMap(([apex, block]) => this.served(apex, block));
  }

  private items(items: readonly Item[], chain: readonly string[]): void {
    for (const item of items) {
      if (item.level === 'section') this.top(item, chain);
      else if (item.level === 'id') this.begin(item);
      else if (this.block !== undefined) this.block.items.set(item.key, item);
    }
  }

  private top(item: Item, chain: readonly string[]): void {
    this.section = item.key;
    this.block = undefined;
    const [value] = item.values;
    if (value === undefined) return;
    if (item.key === 'include') {
      const at = item.file.span(value.start, value.end);
      for (const file of this.reading.included(value.text, [folderOf(item.file.path)], at, chain))
        this.items(readItems(file, this.reading), [...chain, file.path]);
      this.section = '';
      this.block = undefined;
    } else if (item.key === 'clear') {
      if (matchesGlob(value.text, 'zone')) this.zones.clear();
      if (matchesGlob(value.text, 'template')) this.templates.clear();
    }
  }

  private begin(item: Item): void {
    this.block = undefined;
    const [id] = item.values;
    if (id === undefined || (this.section !== 'zone' && this.section !== 'template')) return;
    const block: SettingsBlock = { id, file: item.file, items: new Map() };
    this.block = block;
    if (this.section === 'template') {
      this.templates.set(id.text, block);
      return;
    }
    const apex = absoluteName(id.text),
      at = item.file.span(id.start, id.end);
    if (apex === undefined) {
      this.reading.report('config/bad-zone-name', 'name', at, { name: id.text, server: 'Knot' });
      return;
    }
    const first = this.zones.get(apex);
    if (first === undefined) this.zones.set(apex, block);
    else
      this.reading.add({
        ...configWords('config/duplicate-zone', 'twice', { apex, server: 'Knot' }),
        at,
        related: [{ message: 'The first definition', at: first.file.span(first.id.start, first.id.end) }],
      });
  }

  private served(apex: string, block: SettingsBlock): readonly ConfiguredZone[] {
    const template = this.templateOf(block);
    const said = (key: string): Item | undefined => block.items.get(key) ?? template?.items.get(key);
    const { file: item, storage } = {
      file: said('file'),
      storage: said('storage')?.values[0]?.text ?? DEFAULT_STORAGE,
    };
    const pattern = item?.values[0],
      file = knotFile(pattern?.text ?? DEFAULT_FILE, apex);
    const catalogRole = said('catalog-role')?.values[0]?.text;
    // A generated catalog, and a zone out of a database, are in no file.
    if (catalogRole === 'generate' || said('zone-db-input') !== undefined) return [];
    const at = block.file.span(block.id.start, block.id.end);
    const folder = resolvePath(this.reading.rootFolder, storage);
    return [
      {
        apex,
        class: 'IN',
        role: (said('master')?.values.length ?? 0) > 0 ? 'secondary' : 'primary',
        content: catalogRole === 'interpret' ? 'catalog' : 'zone',
        view: undefined,
        internal: false,
        checkNames: undefined,
        file,
        path: resolvePath(folder, file),
        at,
        fileAt: pattern === undefined || item === undefined ? at : item.file.span(pattern.start, pattern.end),
      },
    ];
  }

  /** There is no inheritance between templates; `default` is for the zones that name none. */
  private templateOf(block: SettingsBlock): SettingsBlock | undefined {
    const item = block.items.get('template'),
      name = item?.values[0];
    if (item === undefined || name === undefined) return this.templates.get('default');
    const template = this.templates.get(name.text);
    if (template === undefined) {
      const meant = nearest(name.text, [...this.templates.keys()]);
      this.reading.report(
        'config/unknown-template',
        meant === undefined ? 'unknown' : 'didYouMean',
        item.file.span(name.start, name.end),
        { name: name.text, meant: meant ?? '' },
      );
    }
    return template;
  }
}
