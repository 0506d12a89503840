/** Filled in by the record-type registry: mnemonics that can stand in the type position. */
export function looksLikeEntry(_bytes: Uint8Array, _start: number, _limit: number): boolean { return false; }
