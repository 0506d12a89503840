import type { Block, Directive } from '../model/block.ts';
import type { Zone } from '../model/zone.ts';
import type { ZoneFile } from '../model/zone-file.ts';
import { Lexer } from '../syntax/lexer.ts';
import { WORD } from '../../text/token-kinds.ts';
import { treeOctets, typedOctets } from './typed-name.ts';

interface Origin {
  readonly octets: Uint8Array;
  /** Whether a letter of it is in upper case, which the name tree doesn't know. */
  readonly cased: boolean;
}

/** What relative names are completed with, in the case in which it is typed. Told by following the zone as it is read. */
export class OriginCases {
  private readonly lexer = new Lexer();
  private readonly waiting: Origin[] = [];
  /** For each block with an origin that has upper case: from which byte on which origin holds. */
  private readonly cased = new Map<number, { readonly from: number; readonly origin: Origin }[]>();
  private current: Origin;

  constructor(zone: Zone) {
    this.current = originOf(treeOctets(zone.names, zone.apex));
  }

  block(block: Block): void {
    if (this.current.cased) this.cased.set(block.id, [{ from: 0, origin: this.current }]);
  }

  directive(directive: Directive, block: Block): void {
    if (directive.name !== '$ORIGIN') return;
    const name = this.argument(block, directive, 1);
    if (name === undefined) return;
    const before = this.current,
      origin = originOf(typedOctets(name, before.octets));
    this.current = origin;
    if (origin.cased || before.cased) this.holds(block, directive.end, origin);
  }

  included(begins: boolean, file: ZoneFile): void {
    if (!begins) {
      this.current = this.waiting.pop() ?? this.current;
      return;
    }
    this.waiting.push(this.current);
    const { block, start } = file.includedBy!,
      directive = block.directives.find((one) => one.start === start);
    const name = directive === undefined ? undefined : this.argument(block, directive, 2);
    if (name !== undefined) this.current = originOf(typedOctets(name, this.current.octets));
  }

  /** The origin at a byte of a block; undefined where it is all lower case, as in the name tree. */
  at(block: Block, offset: number): Uint8Array | undefined {
    if (this.cased.size === 0) return undefined;
    const found = this.cased.get(block.id)?.findLast(({ from }) => from <= offset);
    return found === undefined || !found.origin.cased ? undefined : found.origin.octets;
  }

  private holds(block: Block, from: number, origin: Origin): void {
    const list = this.cased.get(block.id);
    if (list === undefined) this.cased.set(block.id, [{ from, origin }]);
    else list.push({ from, origin });
  }

  /** An argument of a directive as it is typed, one character per octet. */
  private argument(block: Block, { start }: Directive, index: number): string | undefined {
    const { lexer } = this,
      { bytes } = block.chunk;
    lexer.read(bytes, start, start + 1, bytes.length, true);
    const { tokens } = lexer;
    if ((tokens[2 * index + 1]! & 7) !== WORD) return undefined;
    let text = '';
    for (let i = tokens[2 * index]!; i < tokens[2 * index + 1]! >> 3; i++) text += String.fromCharCode(bytes[i]!);
    return text;
  }
}

function originOf(octets: Uint8Array): Origin {
  return { octets, cased: octets.some((c) => c >= 65 && c <= 90) };
}
