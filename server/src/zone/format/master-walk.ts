import type { Block, Directive } from '../model/block.ts';
import type { Zone } from '../model/zone.ts';
import type { ZoneFile } from '../model/zone-file.ts';
import type { RecordId } from '../records/record-table.ts';

/** Who follows a zone as a server reads it. */
export interface MasterVisitor {
  /** A record of a file, or one that `$GENERATE` made. */
  record(id: RecordId, block: Block, generated: boolean): void;
  directive(directive: Directive, block: Block): void;
  /** An included file begins or ends. The directive was visited before. */
  included(begins: boolean, file: ZoneFile): void;
  /** The text of a block begins; its files and directives come after. */
  block(block: Block): void;
}

/** Goes through a zone's records and directives in the order in which a server reads them: an included file and generated records at their directive. */
export function walkMaster(zone: Zone, visitor: MasterVisitor): void {
  walkFile(zone.root);

  function walkFile(file: ZoneFile): void {
    for (const block of file.blocks) walkBlock(block, false);
  }

  function walkBlock(block: Block, generated: boolean): void {
    visitor.block(block);
    const { records, directives } = block,
      { offset } = zone.records;
    let k = 0;
    for (const directive of directives) {
      while (k < records.length && offset[records[k]!]! < directive.start)
        visitor.record(records[k++]!, block, generated);
      visitor.directive(directive, block);
      for (const made of block.generated) if (made.anchor?.start === directive.start) walkBlock(made, true);
      for (const file of block.includes) {
        if (file.includedBy?.start !== directive.start) continue;
        visitor.included(true, file);
        walkFile(file);
        visitor.included(false, file);
      }
    }
    while (k < records.length) visitor.record(records[k++]!, block, generated);
  }
}
